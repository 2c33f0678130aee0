package dev.rampart.ops.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.backtest.Curve;
import dev.rampart.actions.backtest.Flip;
import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.Threshold;
import dev.rampart.ops.decisions.LabelFiles;
import dev.rampart.ops.decisions.LogView;
import dev.rampart.ops.decisions.LoggedDecisions;
import dev.rampart.schemas.Decision;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The curve of a threshold against the rules themselves, decided again at each of its values. */
class SweepEqualsRulesTest {
  private static final String POLICY =
      """
      policy: spam
      version: 1
      description: Rules with the threshold on both sides, in and out of doubt.
      state: live
      on_missing: no_match
      strikes_expire: P30D
      thresholds:
        sure: {value: 0.62, min: 0.1, max: 1.0, unit: score, means: swept}
        fresh: {value: 5, min: 0, max: 20, unit: days, means: not swept}
      rules:
        - id: advert
          description: At least.
          when: scores.spam.spam >= threshold.sure && event.link_count > 0
          actions: [{kind: remove}]
        - id: doubtful
          description: Below, for the new.
          when: >-
            scores.spam.spam < threshold.sure && scores.spam.spam >= 0.3
            && features.account_age_days < threshold.fresh
          actions: [{kind: review, queue: spam}]
        - id: either
          description: A disjunction with a negation.
          when: "!(threshold.sure >= scores.scam.scam) || (event.is_direct && scores.scam.scam > 0.9)"
          on_missing: match
          actions: [{kind: hide}]
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeLog() throws Exception {
    List<Decision> decisions = LoggedDecisions.messages(3_000, 5);
    LoggedDecisions.write(folder, decisions);
    Map<String, String> labels = new HashMap<>();
    for (int i = 0; i < decisions.size(); i += 3) {
      labels.put(decisions.get(i).getEventId(), i % 2 == 0 ? "spam_wave" : "none");
    }
    LabelFiles.write(folder, labels, Map.of("spam", List.of("spam_wave")));
  }

  @Test
  void shouldFlagAtEachValueWhatTheRulesMatchAtThatValue() throws Exception {
    PolicyDocument policy = PolicyDocument.parse("spam.yml", POLICY);
    Curve curve;
    try (LogView log = LogView.open(folder, 2, 256)) {
      log.loadLabels(folder);
      Judgements.define(log, folder, "spam");
      curve = new ThresholdSweep(log, policy, "sure", 10).draw(log, "true");
    }

    assertThat(curve.points()).hasSize(11);
    for (Curve.Point point : curve.points()) {
      BacktestReport report = backtest(policyAt(point.value()));
      assertThat(report.figures().after().flagged())
          .as("at %s", point.value())
          .isEqualTo(point.flagged())
          .isPositive();
      assertThat(report.figures().after().precision().trials())
          .isEqualTo(point.precision().trials());
      assertThat(report.figures().after().recall().hits()).isEqualTo(point.recall().hits());
    }
  }

  private static PolicyDocument policyAt(double value) throws Exception {
    return PolicyDocument.parse("spam.yml", POLICY.replace("value: 0.62", "value: " + value));
  }

  private BacktestReport backtest(PolicyDocument draft) throws Exception {
    return new BacktestRun(
            folder,
            List.of(),
            draft,
            Optional.empty(),
            Optional.empty(),
            2,
            3,
            RestraintUse.SIMULATED)
        .run(BacktestWitness.NONE)
        .report("spam", LoggedDecisions.START, 2, 100);
  }

  @Test
  void shouldSliceEveryDecisionOnceBySurfaceLocaleAgeAndGuild() throws Exception {
    BacktestReport report = backtest(policyAt(0.62));

    for (String by : List.of("guild", "locale", "surface", "account_age")) {
      assertThat(
              report.slices().stream()
                  .filter(slice -> slice.by().equals(by))
                  .mapToLong(slice -> slice.figures().events())
                  .sum())
          .as(by)
          .isEqualTo(3_000);
    }
    assertThat(report.figures().added()).isEqualTo(report.figures().flips()).isPositive();
    assertThat(report.sample()).hasSize(3).allMatch(flip -> flip.flip().equals("added"));
    assertThat(report.reviewerMinutes().after()).isPositive();
  }

  @Test
  void shouldTellWhatBecomesOfActionsByTheirIds() {
    assertThat(Flip.between(java.util.Set.of("a"), java.util.Set.of("a"))).isEqualTo(Flip.NONE);
    assertThat(Flip.between(java.util.Set.of(), java.util.Set.of("a"))).isEqualTo(Flip.ADDED);
    assertThat(Flip.between(java.util.Set.of("a"), java.util.Set.of())).isEqualTo(Flip.DROPPED);
    assertThat(Flip.between(java.util.Set.of("a"), java.util.Set.of("b"))).isEqualTo(Flip.CHANGED);
  }

  @Test
  void shouldReachAnIrregularValueExactly() {
    Grid grid = new Grid(new Threshold(0.62, 0.1, 1.0, "", ""), 10);

    assertThat(grid.values()).isSorted().hasSize(11).contains(0.62);
  }
}
