package dev.rampart.topology.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class FingerprinterTest {
  private static final String TEXT =
      "Join my channel today and get two hundred free coins for your first game, no questions asked";

  private final Fingerprinter fingerprinter = new Fingerprinter();

  @Test
  void shouldGiveCopiesWithSmallChangesNearlyTheSameSignature() {
    TextSignature first = of(TEXT);

    assertThat(first.similarity(of(TEXT))).isEqualTo(1);
    assertThat(first.similarity(of(TEXT.toUpperCase(java.util.Locale.ROOT)))).isEqualTo(1);
    assertThat(first.similarity(of(TEXT.replace('o', 'о')))).as("Cyrillic o").isEqualTo(1);
    assertThat(first.similarity(of(TEXT + " !!! 4711 hurry up"))).isGreaterThan(HotTexts.ALIKE);
    assertThat(first.similarity(of("hey! " + TEXT.replace("coins", "gems"))))
        .isGreaterThanOrEqualTo(HotTexts.ALIKE);
  }

  @Test
  void shouldTellOtherTextsApart() {
    assertThat(of(TEXT).similarity(of("I cannot join the call today, my train is late once more")))
        .isLessThan(0.2);
  }

  @Test
  void shouldGiveShortTextsNoSignature() {
    assertThat(fingerprinter.of("thanks a lot!")).isNull();
    assertThat(fingerprinter.of("? ! ".repeat(50))).isNull();
  }

  @Test
  void shouldReadBackItsHexadecimalForm() {
    TextSignature signature = of(TEXT);
    TextSignature read = TextSignature.ofHex(signature.hex());

    assertThat(read.key()).isEqualTo(signature.key());
    assertThat(read.bins()).containsExactly(signature.bins());
  }

  private TextSignature of(String text) {
    return Objects.requireNonNull(fingerprinter.of(text));
  }
}
