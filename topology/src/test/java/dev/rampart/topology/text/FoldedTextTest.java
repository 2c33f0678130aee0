package dev.rampart.topology.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTextTest {
  @Test
  void shouldDropWhatACopierChangesAndNothingOfTheTextBefore() {
    FoldedText folded = new FoldedText();
    folded.take("a longer text was folded before this one");
    folded.take("Déjà-Vu, 42 ١٢!");
    assertThat(folded).hasToString("déjàvu0000").hasSize(10);
    folded.take(" .-");
    assertThat(folded).isEmpty();
  }

  @Test
  void shouldReadNoMoreThanTheFirstChars() {
    FoldedText folded = new FoldedText();
    folded.take("x".repeat(10 * FoldedText.MOST_CHARS));
    assertThat(folded).hasSize(FoldedText.MOST_CHARS);
  }
}
