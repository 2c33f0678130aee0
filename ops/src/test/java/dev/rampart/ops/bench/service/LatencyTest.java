package dev.rampart.ops.bench.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {
  @Test
  void shouldTellTheMedianRoundOfEachFigure() {
    Latency latency = Latency.of("a call", List.of(round(1), round(100), round(2)), 5);

    assertThat(latency.calls()).isEqualTo(300);
    assertThat(latency.medianMs()).isEqualTo(100);
    assertThat(latency.p99Ms()).isEqualTo(198);
  }

  @Test
  void shouldSayThatNothingWasCalled() {
    assertThat(Latency.of("a call", List.of(), 5).p99Ms()).isNaN();
  }

  /** A hundred calls of 1 to 100 times this many milliseconds. */
  private static long[] round(long millis) {
    return LongStream.rangeClosed(1, 100).map(i -> i * millis * 1_000_000).toArray();
  }
}
