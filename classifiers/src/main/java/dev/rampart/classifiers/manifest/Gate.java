package dev.rampart.classifiers.manifest;

import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.ModelScore;
import dev.rampart.classifiers.Scored;
import java.util.List;

/**
 * When a costly model is asked: only where the score of a cheaper one leaves a doubt.
 *
 * @param asked name of the costly model
 * @param model name of the cheaper one
 * @param doubts ranges of its labels' scores; one that holds is enough
 */
public record Gate(String asked, String model, List<Doubt> doubts) {
  /**
   * Scores that leave a doubt.
   *
   * @param label of the cheaper model
   * @param least score, included
   * @param most score, included
   */
  public record Doubt(String label, double least, double most) {
    private boolean holds(float score) {
      return score >= least && score <= most;
    }
  }

  /** Where the gates of a repository stand, at its root. */
  public static final String FILE = "cascade.yaml";

  public Gate {
    doubts = List.copyOf(doubts);
  }

  /**
   * Whether the costly model is asked. It is when the cheaper one could not answer, and it is not
   * when the cheaper one was not asked itself.
   */
  public boolean opensFor(ModelScore score) {
    if (score instanceof Scored scored) {
      return isDoubtful(scored);
    }
    return ((Missing) score).cause() != Missing.Cause.NOT_ASKED;
  }

  private boolean isDoubtful(Scored scored) {
    for (Doubt doubt : doubts) {
      int label = scored.model().labels().indexOf(doubt.label());
      if (label < 0 || doubt.holds(scored.values()[label])) {
        return true;
      }
    }
    return false;
  }
}
