package dev.rampart.topology.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HashingTest {
  private static final long STORED_OF_NOTHING = 0x36AE4ED98394AF04L;
  private static final long STORED_OF_A_TEXT = 0xDC2249068169933EL;

  @Property(tries = 200)
  void shouldNotDependOnWhereTheCharsLie(@ForAll String text) {
    char[] chars = Arrays.copyOf(text.toCharArray(), text.length() + 3);
    assertThat(Hashing.of(chars, text.length())).isEqualTo(Hashing.of(text));
  }

  /** Hashes are stored: these were written by the first release. */
  @Test
  void shouldStayWhatItWas() {
    assertThat(Hashing.of("")).isEqualTo(STORED_OF_NOTHING);
    assertThat(Hashing.of("free coins")).isEqualTo(STORED_OF_A_TEXT);
  }
}
