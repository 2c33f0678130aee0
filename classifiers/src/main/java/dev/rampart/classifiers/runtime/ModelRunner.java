package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtException;

/**
 * Runs one model on encoded requests through buffers that are made once. One worker owns it; it
 * does not own the model.
 */
public interface ModelRunner extends AutoCloseable {

  /**
   * Looks at items of the encoder's batch before they run.
   *
   * @param items their numbers
   * @param count how many of them
   */
  void prepare(int[] items, int count);

  /**
   * How many numbers an item is, after {@link #prepare}: what padding brings to the batch's common
   * length.
   */
  int length(int position);

  /**
   * Runs items of which all are at most {@code padded} long.
   *
   * @param positions in the prepared items
   * @param padded length to which each is padded
   * @param scores receives the scores, label by label, those of a position from {@code position *
   *     labels} on
   */
  void run(int[] positions, int from, int to, int padded, float[] scores) throws OrtException;

  /**
   * Makes the run that goes on now fail soon, and every run after it until this is taken back. For
   * any thread.
   */
  void terminate(boolean wanted);

  /** Padded numbers that cost about as much as a run of their own; beyond that a batch is cut. */
  int paddingWorthARun();

  /** Frees the buffers' tensors. */
  @Override
  void close();
}
