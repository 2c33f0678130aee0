package dev.rampart.ops.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.document.Threshold;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {
  @ParameterizedTest
  @CsvSource({"0.5, 1.0, 101", "0.1, 1.0, 91", "0.02, 1.0, 99", "0, 90, 91", "2, 100, 99"})
  void shouldTakeRoundStepsWhereTheyFit(double min, double max, int points) {
    assertThat(Steps.points(new Threshold(min, min, max, "", ""))).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({"1, 500", "0, 0.777"})
  void shouldTakeAHundredStepsWhereNoRoundOneFits(double min, double max) {
    assertThat(Steps.points(new Threshold(min, min, max, "", ""))).isEqualTo(101);
  }
}
