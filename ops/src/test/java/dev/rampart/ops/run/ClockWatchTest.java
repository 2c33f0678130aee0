package dev.rampart.ops.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockWatchTest {
  private final List<String> told = new ArrayList<>();
  private long wall = 1_000_000_000_000L;
  private long nanos = -5;
  private final ClockWatch watch = new ClockWatch(() -> wall, () -> nanos, told::add);

  @Test
  void shouldLetTimePass() {
    pass(Duration.ofHours(30), Duration.ZERO);
    assertThat(watch.look()).isFalse();
  }

  @Test
  void shouldLetACorrectionPass() {
    pass(Duration.ofSeconds(1), ClockWatch.BEARABLE.negated());
    assertThat(watch.look()).isFalse();
  }

  @Test
  void shouldLetAClockBeSetAheadButNotReturn() {
    pass(Duration.ofSeconds(1), Duration.ofHours(1));
    assertThat(watch.look()).isFalse();
    pass(Duration.ofSeconds(1), Duration.ofHours(-1));
    assertThat(watch.look()).isTrue();
    assertThat(told).singleElement().asString().contains("set back by 3600 s");
  }

  private void pass(Duration time, Duration set) {
    nanos += time.toNanos();
    wall += time.plus(set).toMillis();
  }
}
