package dev.rampart.ops.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  private static final TopicPartition FIRST = new TopicPartition("messages", 0);
  private static final TopicPartition SECOND = new TopicPartition("messages", 1);

  private final Recoveries recoveries = new Recoveries();

  @Test
  void shouldBeOverWhenAnEventAfterTheFaultIsDecidedOnEveryPartition() throws Exception {
    Recovery recovery = recoveries.begin(Map.of(FIRST, 10L, SECOND, 20L));
    recoveries.decided(FIRST, 12, 7);
    recoveries.decided(SECOND, 19, 900);
    assertThat(recovery.await(Duration.ZERO)).isFalse();
    assertThat(recovery.elapsed()).isEmpty();
    recoveries.decided(SECOND, 20, 5);
    assertThat(recovery.await(Duration.ZERO)).isTrue();
    assertThat(recovery.elapsed()).isPresent();
    assertThat(recovery.longestWait()).isEqualTo(Duration.ofMillis(7));
  }

  @Test
  void shouldMeasureFaultsThatOverlap() {
    Recovery first = recoveries.begin(Map.of(FIRST, 10L));
    Recovery second = recoveries.begin(Map.of(FIRST, 11L));
    recoveries.decided(FIRST, 10, 1);
    assertThat(first.elapsed()).isPresent();
    assertThat(second.elapsed()).isEmpty();
    recoveries.decided(FIRST, 11, 1);
    assertThat(second.elapsed()).isPresent();
  }

  @Test
  void shouldWatchWaitsUntilTheFaultIsThrough() {
    Recovery recovery = recoveries.begin(Map.of(FIRST, 0L));
    recoveries.decided(FIRST, 0, 10);
    recoveries.decided(FIRST, 1, 20);
    recoveries.through(recovery);
    recoveries.decided(FIRST, 2, 15);
    recoveries.decided(FIRST, 3, 99);
    assertThat(recovery.longestWait()).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void shouldTellTheMedianAndTheLongest() {
    assertThat(
            ChaosReport.Times.of(
                List.of(Duration.ofMillis(9), Duration.ofMillis(1), Duration.ofMillis(5))))
        .isEqualTo(new ChaosReport.Times(3, 5, 9));
    assertThat(ChaosReport.Times.of(List.of())).isEqualTo(new ChaosReport.Times(0, 0, 0));
  }
}
