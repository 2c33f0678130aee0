package dev.rampart.topology.ledger;

import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.ModelRole;
import dev.rampart.classifiers.ModelScore;
import dev.rampart.classifiers.Scored;
import dev.rampart.classifiers.ServedModel;
import dev.rampart.schemas.ModelScores;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.serde.LabelledNumbers;
import dev.rampart.schemas.serde.LabelledNumbers.Labels;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what the models said as part of a decision. Confined to one thread. */
final class ScoreWriter {
  /** By identity: all scores of a served version share its object. */
  private final IdentityHashMap<ServedModel, Labels> labels = new IdentityHashMap<>();

  List<ModelScores> write(List<ModelScore> scores) {
    List<ModelScores> written = new ArrayList<>(scores.size());
    for (ModelScore score : scores) {
      written.add(write(score));
    }
    return written;
  }

  private ModelScores write(ModelScore score) {
    if (score instanceof Scored scored) {
      return record(
          scored.model(), new LabelledNumbers(labelsOf(scored.model()), scored.values()), null);
    }
    return record(score.model(), Map.of(), ((Missing) score).reason());
  }

  private Labels labelsOf(ServedModel model) {
    return labels.computeIfAbsent(model, key -> new Labels(key.labels()));
  }

  private static ModelScores record(
      ServedModel model, Map<String, Float> labels, @Nullable String missingBecause) {
    return new ModelScores(
        model.id().name(), model.id().version(), modeOf(model.role()), labels, missingBecause);
  }

  private static PolicyMode modeOf(ModelRole role) {
    return switch (role) {
      case LIVE -> PolicyMode.LIVE;
      case CANARY -> PolicyMode.CANARY;
      case SHADOW -> PolicyMode.SHADOW;
    };
  }
}
