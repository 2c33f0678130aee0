package dev.rampart.ops.feed;

import java.time.Duration;
import java.time.Instant;

/**
 * Counts over the last hour in steps of ten seconds, so that a span is right to one step. Confined
 * to one thread.
 */
final class TimeSeries {
  private static final long STEP = Duration.ofSeconds(10).toMillis();
  private static final int STEPS = 361;

  private final long[] numbers = new long[STEPS];
  private final long[] counts = new long[STEPS];

  void add(long time, long now) {
    long number = time / STEP;
    if (now / STEP - number >= STEPS || number < 0) {
      return;
    }
    int place = (int) (number % STEPS);
    if (numbers[place] != number) {
      numbers[place] = number;
      counts[place] = 0;
    }
    counts[place]++;
  }

  /** What was counted in a span, up to an hour, that ends now. */
  long within(Duration span, Instant now) {
    long last = now.toEpochMilli() / STEP;
    long first = last - span.toMillis() / STEP;
    long sum = 0;
    for (int place = 0; place < STEPS; place++) {
      if (numbers[place] > first && numbers[place] <= last) {
        sum += counts[place];
      }
    }
    return sum;
  }
}
