package dev.rampart.topology.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExactVarianceTest {
  private static final long THIRTY_DAYS = 30L * 86_400_000;

  @Property
  void shouldEqualWhatUnboundedArithmeticFinds(
      @ForAll @Size(min = 1, max = 2) List<@LongRange(max = THIRTY_DAYS) Long> gaps) {
    assertThat(ofAll(gaps)).isCloseTo(unbounded(gaps), within(1e-14 * unbounded(gaps)));
  }

  @Test
  void shouldHoldWhereTheSumOfSquaresPassesTheSignedRange() {
    List<Long> gaps = List.of(THIRTY_DAYS, THIRTY_DAYS - 3);

    assertThat(ofAll(gaps)).isEqualTo(2.25);
  }

  @Test
  void shouldBeMissingWithoutNumbers() {
    assertThat(ExactVariance.of(0, 0, 0)).isNaN();
  }

  private static double ofAll(List<Long> numbers) {
    long sum = numbers.stream().mapToLong(x -> x).sum();
    return ExactVariance.of(numbers.size(), sum, numbers.stream().mapToLong(x -> x * x).sum());
  }

  private static double unbounded(List<Long> numbers) {
    BigDecimal count = BigDecimal.valueOf(numbers.size());
    BigDecimal sum = total(numbers, 1);
    BigDecimal numerator = count.multiply(total(numbers, 2)).subtract(sum.pow(2));
    return numerator.divide(count.pow(2), MathContext.DECIMAL128).doubleValue();
  }

  private static BigDecimal total(List<Long> numbers, int power) {
    return numbers.stream()
        .map(x -> BigDecimal.valueOf(x).pow(power))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
