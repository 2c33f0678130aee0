package dev.rampart.ops.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.guard.RateWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateBucketsTest {
  private static final long MINUTE = 60_000;

  private final RateBuckets buckets = new RateBuckets(Duration.ofMinutes(1), 0, 500);
  private final List<String> alarms = new ArrayList<>();
  private long decided = 500;

  private void minute(int number, int events, int actions) {
    decided += events;
    for (int i = 0; i < actions; i++) {
      buckets.acted("spam@2");
    }
    buckets.close(number * MINUTE, () -> decided, this::note);
  }

  private void note(String version, RateWatch.Alarm alarm) {
    alarms.add(version + (alarm.high() ? " high" : " low") + " of " + alarm.events());
  }

  @Test
  void shouldTellWhichVersionActsUnlikeItself() {
    for (int number = 1; number <= 10; number++) {
      minute(number, 2_000, 20);
    }
    assertThat(alarms).isEmpty();

    minute(11, 2_000, 200);
    minute(12, 2_000, 20);
    minute(13, 2_000, 0);

    assertThat(alarms).containsExactly("spam@2 high of 2000", "spam@2 low of 2000");
  }

  @Test
  void shouldNotCloseABucketBeforeItsTime() {
    for (int number = 1; number <= 10; number++) {
      minute(number, 2_000, 20);
    }
    for (int i = 0; i < 200; i++) {
      buckets.acted("spam@2");
    }
    buckets.close(11 * MINUTE - 1, () -> decided + 2_000, this::note);
    assertThat(alarms).isEmpty();

    minute(11, 2_000, 0);
    assertThat(alarms).containsExactly("spam@2 high of 2000");
  }
}
