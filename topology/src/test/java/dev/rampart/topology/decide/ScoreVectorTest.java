package dev.rampart.topology.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ModelRole;
import dev.rampart.classifiers.Scored;
import dev.rampart.classifiers.ServedModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreVectorTest {
  private static final ServedModel MODEL =
      new ServedModel(new ModelId("toxicity", "2"), List.of("toxic", "hate"), ModelRole.LIVE);
  private static final ServedModel STANDBY =
      new ServedModel(
          new ModelId("toxicity-lite", "1"),
          List.of("hate", "toxic", "other"),
          ModelRole.LIVE,
          "toxicity");

  private final ScoreVector vector = new ScoreVector(ScoreVector.namesOf(List.of(MODEL)));

  @Test
  void shouldGiveTheStandbysScoresUnderTheNameOfTheModelThatItStandsInFor() {
    Scored scored = new Scored(STANDBY, new float[] {0.1f, 0.9f, 0.5f});
    assertThat(vector.of(List.of(scored))).containsExactly(0.9f, 0.1f);
  }

  @Test
  void shouldLeaveAModelThatWasNotAskedToOnMissing() {
    Missing missing = Missing.of(MODEL, Missing.Cause.NOT_ASKED);
    assertThat(vector.of(List.of(missing))).containsExactly(Float.NaN, Float.NaN);
  }
}
