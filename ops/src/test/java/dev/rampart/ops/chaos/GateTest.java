package dev.rampart.ops.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {
  @Test
  void shouldLetThroughWhatIsOpenAndKnowTheLast() {
    Gate<Integer> gate = new Gate<>(IntStream.range(0, 10).iterator(), 1_000_000);
    assertThat(gate.last()).isEmpty();
    gate.open(2);
    assertThat(gate.next()).isZero();
    assertThat(gate.next()).isOne();
    assertThat(gate.passed()).isEqualTo(2);
    assertThat(gate.last()).contains(1);
  }

  @Test
  void shouldLetNothingThroughFasterThanTheRate() {
    Gate<Integer> gate = new Gate<>(IntStream.range(0, 100).iterator(), 1_000);
    gate.open(100);
    long start = System.nanoTime();
    gate.forEachRemaining(event -> {});
    assertThat(System.nanoTime() - start).isGreaterThan(80_000_000L);
  }

  @Test
  void shouldHoldNothingOnceItIsClosed() {
    Gate<Integer> gate = new Gate<>(IntStream.range(0, 10).iterator(), 1_000_000);
    gate.close();
    assertThat(gate.hasNext()).isFalse();
  }
}
