package dev.rampart.ops.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.ops.http.ProblemException;
import org.junit.jupiter.api.Test;

class ScanCursorTest {
  @Test
  void shouldBeReadAsItWasWritten() {
    assertThat(ScanCursor.parse("3:domain:example.org"))
        .isEqualTo(new ScanCursor(3, "domain:example.org"));
    assertThat(ScanCursor.parse(new ScanCursor(2, null).toString()))
        .isEqualTo(new ScanCursor(2, null));
    assertThat(ScanCursor.parse(null).from(0)).isNull();
  }

  @Test
  void shouldConcernTheKeysOfItsOwnPartitionOnly() {
    ScanCursor cursor = new ScanCursor(3, "m");

    assertThat(cursor.from(3)).isEqualTo("m");
    assertThat(cursor.from(4)).isNull();
  }

  @Test
  void shouldRefuseAnotherText() {
    assertThatThrownBy(() -> ScanCursor.parse("nonsense"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("found 'nonsense'");
  }
}
