package dev.rampart.ops.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GrammarTest {
  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void shouldReplaceSectionsAndNumbers() {
    Grammar grammar =
        new Grammar(
            Map.of(
                "hello",
                List.of("hi {name}{none}, {#9}"),
                "name",
                List.of("fox"),
                "none",
                List.of()));
    assertThat(grammar.sentence("hello", random)).matches("hi fox, [1-9]");
  }

  @Test
  void shouldRefuseAnUnknownSection() {
    assertThatThrownBy(() -> new Grammar(Map.of("hello", List.of("hi {nobody}"))))
        .hasMessage("no section is called 'nobody'");
  }
}
