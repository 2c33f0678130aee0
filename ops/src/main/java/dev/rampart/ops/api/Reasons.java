package dev.rampart.ops.api;

import dev.rampart.ops.http.ProblemException;
import org.jspecify.annotations.Nullable;

/** The reason that everybody has to give who changes or reveals something. */
final class Reasons {
  private Reasons() {}

  /**
   * @throws ProblemException 422 where there is none
   */
  static String require(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw ProblemException.wrongInput("reason: found nothing, required is why this is done");
    }
    return reason.strip();
  }
}
