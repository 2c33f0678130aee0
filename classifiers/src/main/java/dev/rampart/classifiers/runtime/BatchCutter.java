package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scores a batch with one model: sorts it by length, cuts it where padding would cost more than
 * another run, and halves what fails until the item at fault is alone. One worker owns it.
 */
public final class BatchCutter implements AutoCloseable {
  private final ModelRunner runner;
  private final RunObserver observer;
  private final OrtSession.RunOptions options;
  private volatile boolean terminated;
  private long[] keys = {};
  private int[] order = {};
  private float[][] scores = {};
  private @Nullable String[] failures = {};

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

  public BatchCutter(LoadedModel model, Encoder encoder, RunObserver observer) throws OrtException {
    this.runner = ModelRunner.of(model, encoder);
    this.observer = observer;
    this.options = new OrtSession.RunOptions();
  }

  public LoadedModel model() {
    return runner.model();
  }

  /**
   * Makes the run that goes on now, if any, fail soon, and the rest of the batch with it. For any
   * thread.
   */
  public void terminate() {
    terminated = true;
    setTerminate(true);
  }

  /** Whether the last batch was cut short by {@link #terminate()}. */
  public boolean wasTerminated() {
    return terminated;
  }

  private void setTerminate(boolean wanted) {
    try {
      options.setTerminate(wanted);
    } catch (OrtException e) {
      throw new IllegalStateException("run options of " + model().manifest().id(), e);
    }
  }

  /**
   * Scores items of the encoder's batch.
   *
   * @param items their numbers in the encoder's batch
   * @param count how many of them
   */
  public void score(int[] items, int count) {
    if (terminated) {
      setTerminate(false);
      terminated = false;
    }
    makeRoom(count);
    runner.prepare(items, count);
    for (int i = 0; i < count; i++) {
      keys[i] = ((long) runner.length(i) << Integer.SIZE) | i;
    }
    Arrays.sort(keys, 0, count);
    for (int i = 0; i < count; i++) {
      order[i] = (int) keys[count - 1 - i];
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
    return failures[position] == null ? scores[position] : null;
  }

  /** Why the item at a position failed. */
  public @Nullable String failure(int position) {
    return failures[position];
  }

  private void makeRoom(int count) {
    if (count > keys.length) {
      keys = new long[count];
      order = new int[count];
      scores = new float[count][];
      failures = new String[count];
    }
    Arrays.fill(failures, 0, count, null);
  }

  /** Where the run that starts at the longest item left has to end. */
  private int cut(int from, int count) {
    var limits = runner.model().manifest().limits();
    int padded = padded(from);
    int most = Math.min(limits.items(), Math.max(1, limits.numbers() / padded));
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
    return runner.model().manifest().limits().padded(runner.length(order[at]));
  }

  private void run(int from, int to) {
    if (terminated) {
      fail(from, to, "terminated");
      return;
    }
    int padded = padded(from);
    long start = System.nanoTime();
    try {
      runner.run(order, from, to, padded, scores, options);
    } catch (OrtException | RuntimeException e) {
      observer.failed(to - from, String.valueOf(e.getMessage()));
      halve(from, to, e);
      return;
    }
    observer.ran(
        to - from, numbers(from, to), (long) padded * (to - from), System.nanoTime() - start);
  }

  private void fail(int from, int to, String why) {
    for (int i = from; i < to; i++) {
      failures[order[i]] = why;
    }
  }

  private void halve(int from, int to, Exception cause) {
    if (to - from == 1) {
      fail(from, to, cause.getClass().getSimpleName());
      return;
    }
    int middle = (from + to) >>> 1;
    run(from, middle);
    run(middle, to);
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
    options.close();
  }
}
