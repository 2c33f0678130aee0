package dev.rampart.classifiers;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One thing to be scored. The arrays are not copied: the caller leaves them alone until the ticket
 * is done.
 *
 * @param text of the message; any string, lone surrogates included
 * @param subjectId decides, by its hash, whether a canary version is asked
 * @param features of the account, in the catalogue's order; may be empty, then models that want
 *     features report it missing
 * @param priority which waits less
 * @param deadline after which it is given up when it still waits; null for the engine's
 */
@SuppressWarnings("ArrayRecordComponent") // no copy and no box for each message
public record ScoringRequest(
    String text,
    String subjectId,
    float[] features,
    Priority priority,
    @Nullable Duration deadline) {
  private static final float[] NO_FEATURES = {};

  /** A request with the engine's deadline. */
  public ScoringRequest(String text, String subjectId, float[] features, Priority priority) {
    this(text, subjectId, features, priority, null);
  }

  /** A request with features as the catalogue computes them, and the engine's deadline. */
  public ScoringRequest(String text, String subjectId, double[] features, Priority priority) {
    this(text, subjectId, narrowed(features), priority);
  }

  private static float[] narrowed(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** A text without features at normal priority. */
  public static ScoringRequest ofText(String text, String subjectId) {
    return new ScoringRequest(text, subjectId, NO_FEATURES, Priority.NORMAL);
  }

  /** The same at another priority. */
  public ScoringRequest withPriority(Priority wanted) {
    return new ScoringRequest(text, subjectId, features, wanted, deadline);
  }

  /** The same with a deadline of its own. */
  public ScoringRequest withDeadline(Duration wanted) {
    return new ScoringRequest(text, subjectId, features, priority, wanted);
  }

  /** The same with features. */
  public ScoringRequest withFeatures(float[] wanted) {
    return new ScoringRequest(text, subjectId, wanted, priority, deadline);
  }
}
