package dev.rampart.classifiers.runtime;

import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.manifest.InputSpec;

/**
 * Encodes requests, one batch at a time, for every model that reads the same. One worker owns it.
 */
public sealed interface Encoder permits TextEncoder, VectorEncoder, PieceEncoder {

  /** An encoder for models that read this. */
  static Encoder of(InputSpec input) {
    if (input instanceof InputSpec.HashedText text) {
      return new TextEncoder(text.spec());
    }
    if (input instanceof InputSpec.WordPieces pieces) {
      return new PieceEncoder(pieces);
    }
    return new VectorEncoder(((InputSpec.FeatureVector) input).size());
  }

  /** Forgets the last batch. */
  void clear();

  /**
   * Adds a request to the batch.
   *
   * @return why it cannot be encoded, and then it is not in the batch; empty where it is
   */
  String add(ScoringRequest request);
}
