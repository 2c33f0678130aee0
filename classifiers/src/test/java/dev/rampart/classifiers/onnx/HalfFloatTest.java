package dev.rampart.classifiers.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0x3C00",
    "-2, 0xC000",
    "65504, 0x7BFF",
    "1e9, 0x7BFF",
    "5.9604645e-8, 1",
    "0.33325195, 0x3555"
  })
  void shouldKnowThePublishedBitPatterns(float value, String bits) {
    assertThat(HalfFloat.of(value)).isEqualTo((short) Integer.decode(bits).intValue());
  }

  @Property
  void shouldComeBackWithinHalfAStep(@ForAll @FloatRange(min = -60_000, max = 60_000) float value) {
    float back = HalfFloat.value(HalfFloat.of(value));
    assertThat(Math.abs(back - value))
        .isLessThanOrEqualTo(Math.max(Math.abs(value) / 2048, 0x1p-25f));
  }

  @Property
  void shouldKeepWhatAHalfCanHold(@ForAll short bits) {
    if ((bits & 0x7C00) != 0x7C00 && bits != (short) 0x8000) {
      assertThat(HalfFloat.of(HalfFloat.value(bits))).isEqualTo(bits);
    }
  }
}
