package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/**
 * Runs one model on encoded requests through buffers that are made once. One worker owns it; it
 * does not own the model.
 */
public sealed interface ModelRunner extends AutoCloseable
    permits HashedTextRunner, VectorRunner, TransformerRunner {

  /** A runner for a model whose requests this encoder encodes. */
  static ModelRunner of(LoadedModel model, Encoder encoder) {
    if (encoder instanceof TextEncoder text) {
      return new HashedTextRunner(model, text);
    }
    if (encoder instanceof PieceEncoder pieces) {
      return new TransformerRunner(model, pieces);
    }
    return new VectorRunner(model, (VectorEncoder) encoder);
  }

  LoadedModel model();

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
   * @param scores receives the scores of each position, label by label
   */
  void run(
      int[] positions,
      int from,
      int to,
      int padded,
      float[][] scores,
      OrtSession.RunOptions options)
      throws OrtException;

  /** Padded numbers that cost about as much as a run of their own; beyond that a batch is cut. */
  int paddingWorthARun();

  /** Frees the buffers' tensors. */
  @Override
  void close();
}
