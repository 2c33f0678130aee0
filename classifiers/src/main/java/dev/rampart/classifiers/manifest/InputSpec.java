package dev.rampart.classifiers.manifest;

import dev.rampart.classifiers.text.HashSpec;
import dev.rampart.classifiers.text.Vocabulary;
import java.util.List;

/** What a model reads. Models with equal specs share the work of making it. */
public sealed interface InputSpec {

  /**
   * Row numbers of hashed n-grams: {@code ids} int32 [batch, k] and {@code scale} float [batch, 1].
   *
   * @param spec how a text is hashed
   */
  record HashedText(HashSpec spec) implements InputSpec {}

  /**
   * Word pieces, as a transformer encoder from the usual Python tools reads them: {@code input_ids}
   * and {@code attention_mask}, int64 [batch, k], and {@code token_type_ids} where the graph asks
   * for them.
   *
   * @param vocabulary of the pieces
   * @param maxLength pieces of a text at most
   * @param output name of the logits, float [batch, labels]
   * @param activation that makes scores of them
   */
  record WordPieces(Vocabulary vocabulary, int maxLength, String output, Activation activation)
      implements InputSpec {
    /** The piece that fills a row up. */
    public int padding() {
      return vocabulary.number("[PAD]");
    }
  }

  /**
   * Features of the account: {@code features} float [batch, names], NaN where one has no value.
   *
   * @param catalogue version of the feature catalogue that the model was trained with
   * @param names of the features, in the order of the input
   */
  record FeatureVector(String catalogue, List<String> names) implements InputSpec {
    /** How many features. */
    public int size() {
      return names.size();
    }
  }
}
