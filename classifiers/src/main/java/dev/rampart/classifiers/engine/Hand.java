package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.runtime.BatchCutter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one worker has in hand, written by the worker and read by the watch. A worker that does not
 * come back is abandoned: its requests are answered, and what it runs stays leased until it
 * returns, if ever.
 */
final class Hand {
  private @Nullable Waiting[] batch = {};
  private int count;
  private @Nullable Run run;
  private volatile long startedAt;
  private volatile long terminatedAt;
  private volatile boolean running;
  private volatile boolean terminated;
  private volatile boolean abandoned;

  /** A run, by whom, and for which models. */
  private record Run(BatchCutter cutter, List<Serving> servings) {}

  void take(@Nullable Waiting[] taken, int howMany) {
    batch = taken;
    count = howMany;
  }

  void begin(BatchCutter cutter, List<Serving> servings) {
    run = new Run(cutter, servings);
    startedAt = System.nanoTime();
    terminated = false;
    running = true;
  }

  void end() {
    running = false;
  }

  boolean isAbandoned() {
    return abandoned;
  }

  /** How long the model runs already, 0 when none does. */
  long runningFor(long now) {
    return running ? now - startedAt : 0;
  }

  /** How long ago the run was asked to stop that still goes on, 0 when none was. */
  long deafFor(long now) {
    return running && terminated ? now - terminatedAt : 0;
  }

  /** Asks the run to stop, opens its models' circuits, and reports it; once for each run. */
  void terminate(long now, Incidents incidents) {
    Run hung = run;
    if (running && hung != null && !terminated) {
      terminatedAt = now;
      terminated = true;
      hung.servings().forEach(serving -> serving.circuit().trip(now));
      hung.cutter().terminate();
      incidents.hung(hung.cutter().model());
    }
  }

  /** Answers what the worker has in hand and tells it to end when it returns. */
  void abandon() {
    abandoned = true;
    for (Waiting waiting : Arrays.copyOf(batch, count)) {
      if (waiting != null) {
        waiting.failAll(Missing.Cause.TIMED_OUT, "worker abandoned");
      }
    }
  }
}
