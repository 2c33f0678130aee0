package dev.rampart.ops.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineDiffTest {
  @Test
  void shouldShowWhatStayedWhatCameAndWhatWent() {
    assertThat(shown("a\nb\nc", "a\nx\nc\nd")).isEqualTo(" a|-b|+x| c|+d");
  }

  @Test
  void shouldShowAllOfATextThatIsNewOrGone() {
    assertThat(shown("", "a\nb")).isEqualTo("+a|+b");
    assertThat(shown("a\nb", "")).isEqualTo("-a|-b");
    assertThat(shown("a", "a")).isEqualTo(" a");
  }

  private static String shown(String before, String after) {
    return String.join(
        "|",
        LineDiff.between(before, after).stream().map(line -> line.op() + line.text()).toList());
  }
}
