package dev.rampart.topology.ledger;

import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.ModelRole;
import dev.rampart.classifiers.ModelScore;
import dev.rampart.classifiers.Scored;
import dev.rampart.classifiers.ServedModel;
import dev.rampart.schemas.ModelScores;
import dev.rampart.schemas.PolicyMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what the models said as part of a decision. */
final class ScoreWriter {
  List<ModelScores> write(List<ModelScore> scores) {
    return scores.stream().map(this::write).toList();
  }

  private ModelScores write(ModelScore score) {
    if (score instanceof Scored scored) {
      return record(scored.model(), labelled(scored), null);
    }
    return record(score.model(), Map.of(), ((Missing) score).reason());
  }

  private static ModelScores record(
      ServedModel model, Map<String, Float> labels, @Nullable String missingBecause) {
    return new ModelScores(
        model.id().name(), model.id().version(), modeOf(model.role()), labels, missingBecause);
  }

  private static Map<String, Float> labelled(Scored scored) {
    List<String> names = scored.model().labels();
    Map<String, Float> labels = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      labels.put(names.get(i), scored.values()[i]);
    }
    return labels;
  }

  private static PolicyMode modeOf(ModelRole role) {
    return switch (role) {
      case LIVE -> PolicyMode.LIVE;
      case CANARY -> PolicyMode.CANARY;
      case SHADOW -> PolicyMode.SHADOW;
    };
  }
}
