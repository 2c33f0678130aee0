package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.runtime.BatchCutter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one worker has in hand, written by the worker and read by the watch. A worker that does not
 * come back is abandoned: its requests are answered, and what it runs stays leased until it
 * returns, if ever.
 */
final class Hand {
  private @Nullable Waiting[] batch = {};
  private int count;
  private @Nullable BatchCutter cutter;
  private @Nullable Circuit circuit;
  private volatile long startedAt;
  private volatile boolean running;
  private volatile boolean abandoned;

  void take(@Nullable Waiting[] taken, int howMany) {
    batch = taken;
    count = howMany;
  }

  void begin(BatchCutter running, Circuit itsCircuit) {
    cutter = running;
    circuit = itsCircuit;
    startedAt = System.nanoTime();
    this.running = true;
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

  /** Asks the run to stop, and opens the model's circuit. */
  void terminate(long now) {
    if (running && cutter != null && circuit != null) {
      circuit.trip(now);
      cutter.terminate();
    }
  }

  /** Answers what the worker has in hand and tells it to end when it returns. */
  void abandon() {
    abandoned = true;
    for (Waiting waiting : Arrays.copyOf(batch, count)) {
      if (waiting != null) {
        waiting.giveUp(Missing.Cause.TIMED_OUT, "worker abandoned");
      }
    }
  }
}
