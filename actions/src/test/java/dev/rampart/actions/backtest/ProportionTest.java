package dev.rampart.actions.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values from Newcombe (1998), Statistics in Medicine 17, 857–872, method 3, table I. */
class ProportionTest {
  @ParameterizedTest
  @CsvSource({
    "81,263,0.2553,0.3662",
    "15,148,0.0624,0.1605",
    "0,20,0,0.1611",
    "1,29,0.0061,0.1718"
  })
  void shouldGiveTheIntervalsThatArePublished(long hits, long trials, double low, double high) {
    Proportion proportion = new Proportion(hits, trials);

    assertThat(proportion.low()).isCloseTo(low, within(5e-5));
    assertThat(proportion.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void shouldKnowNothingOfNothing() {
    Proportion nothing = new Proportion(0, 0);

    assertThat(nothing.value()).isNaN();
    assertThat(nothing.low()).isZero();
    assertThat(nothing.high()).isOne();
  }

  @Test
  void shouldRefuseMoreHitsThanTrials() {
    assertThatThrownBy(() -> new Proportion(3, 2)).hasMessage("found 3 of 2 trials");
  }

  @Property
  void shouldHoldTheShareWithinItsInterval(
      @ForAll @LongRange(min = 1, max = 100_000) long trials,
      @ForAll @LongRange(min = 0, max = 100_000) long anyHits) {
    Proportion proportion = new Proportion(anyHits % (trials + 1), trials);

    assertThat(proportion.value()).isBetween(proportion.low(), proportion.high());
    assertThat(proportion.low()).isGreaterThanOrEqualTo(0);
    assertThat(proportion.high()).isLessThanOrEqualTo(1);
  }
}
