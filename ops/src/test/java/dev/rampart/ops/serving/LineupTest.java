package dev.rampart.ops.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ModelRole;
import dev.rampart.ops.serving.Lineup.Canary;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineupTest {
  private static final Lineup ALL = new Lineup("scam", "1", new Canary("2", 0.25), "3");

  @Test
  void shouldSayTheSameAfterItsFactWasRead() {
    assertThat(Lineup.of(fact(ALL.values()))).isEqualTo(ALL);
    Lineup one = Lineup.live(new ModelId("scam", "a/strange name"));
    assertThat(Lineup.of(fact(one.values()))).isEqualTo(one);
  }

  @Test
  void shouldNotTakeAFactThatLeavesAModelWithoutALiveVersion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Lineup.of(fact(Map.of("SHADOW/2", 1.0))))
        .withMessageContaining("required is a version that is live");
  }

  @Test
  void shouldLeaveToTheLiveVersionWhatTheCanaryDoesNotTake() {
    assertThat(ALL.assignments())
        .extracting(Assignment::role, Assignment::share)
        .containsExactly(
            tuple(ModelRole.LIVE, 0.75),
            tuple(ModelRole.CANARY, 0.25),
            tuple(ModelRole.SHADOW, 1.0));
  }

  @Test
  void shouldTakeAVersionOutOfItsOldRole() {
    assertThat(ALL.with(ModelRole.LIVE, "2", 1)).isEqualTo(new Lineup("scam", "2", null, "3"));
    assertThat(ALL.with(ModelRole.SHADOW, "2", 1)).isEqualTo(new Lineup("scam", "1", null, "2"));
    assertThat(ALL.with(ModelRole.CANARY, "3", 0.5))
        .isEqualTo(new Lineup("scam", "1", new Canary("3", 0.5), null));
    assertThat(ALL.without("3")).isEqualTo(new Lineup("scam", "1", new Canary("2", 0.25), null));
  }

  @Test
  void shouldNotLoseItsLiveVersion() {
    assertThatIllegalArgumentException().isThrownBy(() -> ALL.without("1"));
    assertThatIllegalArgumentException().isThrownBy(() -> ALL.with(ModelRole.SHADOW, "1", 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ALL.with(ModelRole.CANARY, "2", 0))
        .withMessageContaining("share: found 0.0");
  }

  private static ControlRecord fact(Map<String, Double> values) {
    return ControlRecord.newBuilder()
        .setEntity(Lineup.entity("scam"))
        .setKind(ControlKind.MODEL_VERSIONS)
        .setValues(values)
        .setSetAt(Instant.EPOCH)
        .build();
  }
}
