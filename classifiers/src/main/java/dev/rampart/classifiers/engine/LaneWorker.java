package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.Missing;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The loop of one worker thread: take what waits, have it scored, let go. */
final class LaneWorker implements Runnable {
  private final WaitingRoom room;
  private final UnitScorer scorer;
  private final Timer wait;
  private final long deadlineNanos;
  private final IntSupplier most;
  private @Nullable Waiting[] batch = {};
  private final Hand hand;

  /**
   * A worker.
   *
   * @param most requests that it takes at once, asked each time
   */
  LaneWorker(WaitingRoom room, UnitScorer scorer, Duration deadline, IntSupplier most, Timer wait) {
    this.room = room;
    this.scorer = scorer;
    this.most = most;
    this.wait = wait;
    this.deadlineNanos = deadline.toNanos();
    this.hand = scorer.hand();
  }

  /** What the worker has in hand, for the watch. */
  Hand hand() {
    return hand;
  }

  @Override
  public void run() {
    try (scorer) {
      int taken = take();
      while (taken > 0) {
        serve(taken);
        taken = hand.isAbandoned() ? 0 : take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int take() throws InterruptedException {
    if (batch.length < most.getAsInt()) {
      batch = new Waiting[most.getAsInt()];
    }
    return room.take(batch);
  }

  private void serve(int taken) {
    hand.take(batch, taken);
    try {
      encode(taken);
      scorer.score();
    } catch (RuntimeException | Error e) {
      giveUpAll(taken, e);
    } finally {
      letGo(taken);
    }
  }

  private void encode(int taken) {
    long now = System.nanoTime();
    wait.record(now - waiting(0).since(), TimeUnit.NANOSECONDS);
    scorer.begin(batch);
    for (int i = 0; i < taken; i++) {
      Waiting waiting = waiting(i);
      if (waiting.isLate(now, deadlineNanos)) {
        waiting.giveUp(Missing.Cause.DEADLINE, "");
      } else {
        scorer.add(i);
      }
    }
  }

  private void giveUpAll(int taken, Throwable cause) {
    for (int i = 0; i < taken; i++) {
      waiting(i).failAll(Missing.Cause.POISON, cause.getClass().getSimpleName());
    }
  }

  /** Frees the plans' leases, plan by plan, and the references to what was served. */
  private void letGo(int taken) {
    int from = 0;
    for (int i = 0; i < taken; i++) {
      if (i + 1 == taken || waiting(i + 1).plan() != waiting(i).plan()) {
        waiting(i).plan().leases().release(i + 1 - from);
        from = i + 1;
      }
    }
    Arrays.fill(batch, 0, taken, null);
    scorer.dropUnused();
  }

  private Waiting waiting(int i) {
    return Objects.requireNonNull(batch[i]);
  }
}
