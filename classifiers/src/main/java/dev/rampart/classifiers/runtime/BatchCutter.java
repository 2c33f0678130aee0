package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtException;
import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.manifest.BatchLimits;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scores a batch with one model: sorts it by length, keeps the order of equals, cuts it where
 * padding would cost more than another run, and halves what fails until the item at fault is alone.
 * Where the device has no room for a batch, the next ones are smaller for a while. One worker owns
 * it.
 */
public final class BatchCutter implements AutoCloseable {
  private static final int RUNS_BEFORE_GROWTH = 256;

  private final LoadedModel model;
  private final BatchLimits limits;
  private final ModelRunner runner;
  private final RunObserver observer;
  private volatile boolean terminated;
  private boolean deviceLost;
  private int room;
  private int runsSinceNoRoom;
  private long[] keys = {};
  private int[] order = {};
  private final int labels;
  private float[] scores = {};
  private @Nullable String[] failures = {};
  private Missing.Cause[] causes = {};

  /** Told about every run, by the thread that runs. */
  public interface RunObserver {
    /**
     * A run ended well.
     *
     * @param rows how many items
     * @param numbers without padding
     * @param padded numbers with padding
     * @param nanos that it took
     */
    void ran(int rows, long numbers, long padded, long nanos);

    /** A run of so many items failed. */
    void failed(int rows, String message);
  }

  /**
   * A cutter for one worker.
   *
   * @param encoder of the items, owned by the same worker
   * @param worker its number, from 0
   */
  public BatchCutter(LoadedModel model, Encoder encoder, int worker, RunObserver observer) {
    this.model = model;
    this.limits = model.manifest().limits();
    this.runner = model.runner(encoder, worker);
    this.observer = observer;
    this.labels = model.manifest().labels().size();
    this.room = limits.items();
  }

  public LoadedModel model() {
    return model;
  }

  /**
   * Makes the run that goes on now, if any, fail soon, and the rest of the batch with it. For any
   * thread.
   */
  public void terminate() {
    terminated = true;
    runner.terminate(true);
  }

  /** Whether the last batch was cut short by {@link #terminate()}. */
  public boolean wasTerminated() {
    return terminated;
  }

  /** Whether a run failed because the device can run nothing any more. */
  public boolean isDeviceLost() {
    return deviceLost;
  }

  /**
   * Scores items of the encoder's batch.
   *
   * @param items their numbers in the encoder's batch
   * @param count how many of them
   */
  public void score(int[] items, int count) {
    if (terminated) {
      runner.terminate(false);
      terminated = false;
    }
    makeRoom(count);
    runner.prepare(items, count);
    for (int i = 0; i < count; i++) {
      keys[i] = ((long) runner.length(i) << Integer.SIZE) | (count - 1 - i);
    }
    Arrays.sort(keys, 0, count);
    for (int i = 0; i < count; i++) {
      order[i] = count - 1 - (int) keys[count - 1 - i];
    }
    int from = 0;
    while (from < count) {
      int to = cut(from, count);
      run(from, to);
      from = to;
    }
  }

  /** The scores of the item at a position of the last batch, or null where it failed. */
  public float @Nullable [] scores(int position) {
    return scores(position, 0, labels);
  }

  /**
   * Some of the scores of the item at a position of the last batch, or null where it failed.
   *
   * @param first of the labels
   * @param count of labels
   */
  public float @Nullable [] scores(int position, int first, int count) {
    if (failures[position] != null) {
      return null;
    }
    int from = position * labels + first;
    return Arrays.copyOfRange(scores, from, from + count);
  }

  /** Why the item at a position failed. */
  public @Nullable String failure(int position) {
    return failures[position];
  }

  /** Whose fault it is that the item at a position failed; of no meaning where it did not. */
  public Missing.Cause cause(int position) {
    return causes[position];
  }

  private void makeRoom(int count) {
    if (count > keys.length) {
      keys = new long[count];
      order = new int[count];
      scores = new float[count * labels];
      failures = new String[count];
      causes = new Missing.Cause[count];
    }
    Arrays.fill(failures, 0, count, null);
  }

  /** Where the run that starts at the longest item left has to end. */
  private int cut(int from, int count) {
    int padded = padded(from);
    int most = Math.min(room, Math.max(1, limits.numbers() / padded));
    long waste = 0;
    int to = from + 1;
    while (to < count && to - from < most) {
      waste += padded - runner.length(order[to]);
      if (waste > runner.paddingWorthARun() && padded(to) < padded) {
        return to;
      }
      to++;
    }
    return to;
  }

  private int padded(int at) {
    return limits.padded(runner.length(order[at]));
  }

  private void run(int from, int to) {
    if (terminated || deviceLost) {
      giveUp(from, to);
      return;
    }
    int padded = padded(from);
    long start = System.nanoTime();
    try {
      runner.run(order, from, to, padded, scores);
    } catch (OrtException | RuntimeException e) {
      observer.failed(to - from, String.valueOf(e.getMessage()));
      recover(from, to, e);
      return;
    }
    grow();
    observer.ran(
        to - from, numbers(from, to), (long) padded * (to - from), System.nanoTime() - start);
  }

  private void giveUp(int from, int to) {
    if (terminated) {
      fail(from, to, Missing.Cause.TIMED_OUT, "terminated");
    } else {
      fail(from, to, Missing.Cause.DEVICE, "a restart is needed");
    }
  }

  private void fail(int from, int to, Missing.Cause cause, String why) {
    for (int i = from; i < to; i++) {
      failures[order[i]] = why;
      causes[order[i]] = cause;
    }
  }

  private void recover(int from, int to, Exception failure) {
    Fault fault = Fault.of(failure);
    deviceLost |= fault == Fault.DEVICE;
    if (terminated || deviceLost) {
      giveUp(from, to);
    } else if (to - from == 1) {
      Missing.Cause cause = fault == Fault.MEMORY ? Missing.Cause.DEVICE : Missing.Cause.POISON;
      fail(from, to, cause, failure.getClass().getSimpleName());
    } else {
      halve(from, to, fault);
    }
  }

  private void halve(int from, int to, Fault fault) {
    int middle = (from + to) >>> 1;
    if (fault == Fault.MEMORY) {
      room = Math.min(room, middle - from);
      runsSinceNoRoom = 0;
    }
    run(from, middle);
    run(middle, to);
  }

  private void grow() {
    if (room < limits.items() && ++runsSinceNoRoom == RUNS_BEFORE_GROWTH) {
      room = Math.min(limits.items(), 2 * room);
      runsSinceNoRoom = 0;
    }
  }

  private long numbers(int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += runner.length(order[i]);
    }
    return sum;
  }

  @Override
  public void close() {
    runner.close();
  }
}
