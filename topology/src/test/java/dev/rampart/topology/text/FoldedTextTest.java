package dev.rampart.topology.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldedTextTest {
  @Test
  void shouldDropWhatACopierChangesAndNothingOfTheTextBefore() {
    FoldedText folded = new FoldedText();
    folded.take("a longer text was folded before this one");
    folded.take("Déjà-Vu, 42 ١٢!");
    assertThat(folded).hasToString("dejavu0000").hasSize(10);
    folded.take(" .-");
    assertThat(folded).isEmpty();
  }

  @Test
  void shouldFoldLettersOfOtherScriptsThatLookLatin() {
    FoldedText folded = new FoldedText();
    folded.take("frее сοіns, ѕignup"); // Cyrillic and Greek among Latin letters
    assertThat(folded).hasToString("freecoinssignup");
  }

  @Test
  void shouldReadNoMoreThanTheFirstChars() {
    FoldedText folded = new FoldedText();
    folded.take("x".repeat(10 * FoldedText.MOST_CHARS));
    assertThat(folded).hasSize(FoldedText.MOST_CHARS);
  }
}
