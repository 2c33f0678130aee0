package dev.rampart.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenBookTest {
  private final OneTimeToken one = OneTimeToken.create("one", Role.ANALYST);
  private final OneTimeToken two = OneTimeToken.create("two", Role.OPERATOR);
  private final TokenBook book = new TokenBook(List.of(one.entry(), two.entry()));

  @Test
  void shouldKnowWhomATokenStandsFor() {
    assertThat(book.principal(two.text())).contains(new Principal("two", Role.OPERATOR));
  }

  @Test
  void shouldNotKnowWhatIsNotInIt() {
    assertThat(book.principal(two.text() + "x")).isEmpty();
    assertThat(book.principal(two.entry().sha256())).isEmpty();
    assertThat(book.principal("")).isEmpty();
    assertThat(new TokenBook(List.of()).principal("")).isEmpty();
  }

  @Test
  void shouldNotShowATokenWhereItIsPrintedByAccident() {
    assertThat(one.toString()).doesNotContain(one.text());
  }
}
