package dev.rampart.ops.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.chaos.Recoveries.Recovery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RecoveriesTest {
  private static final TopicPartition FIRST = new TopicPartition("messages", 0);
  private static final TopicPartition SECOND = new TopicPartition("messages", 1);

  private final Recoveries recoveries = new Recoveries();

  @Test
  void shouldBeOverWhenAnEventAfterTheStrikeIsDecidedOnEveryPartition() throws Exception {
    Recovery recovery = recoveries.begin(Strike.KILL, Map.of(FIRST, 10L, SECOND, 20L));
    recoveries.decided(FIRST, 12);
    recoveries.decided(SECOND, 19);
    assertThat(recovery.await(Duration.ZERO)).isFalse();
    assertThat(recoveries.times()).isEmpty();
    recoveries.decided(SECOND, 20);
    assertThat(recovery.await(Duration.ZERO)).isTrue();
    assertThat(recoveries.times().get(Strike.KILL)).hasSize(1);
  }

  @Test
  void shouldMeasureStrikesThatOverlap() {
    recoveries.begin(Strike.KILL, Map.of(FIRST, 10L));
    recoveries.begin(Strike.PAUSE, Map.of(FIRST, 11L));
    recoveries.decided(FIRST, 10);
    assertThat(recoveries.times()).containsOnlyKeys(Strike.KILL);
    recoveries.decided(FIRST, 11);
    assertThat(recoveries.times()).containsOnlyKeys(Strike.KILL, Strike.PAUSE);
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
