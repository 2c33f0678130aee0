package dev.rampart.ops.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.ops.backtest.BacktestReport;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.decisions.LabelFiles;
import dev.rampart.ops.decisions.LoggedDecisions;
import dev.rampart.ops.http.ProblemException;
import dev.rampart.schemas.Decision;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions to a log of made-up decisions. */
class StudioTest {
  private static final int DECISIONS = 3_000;
  private static final String POLICY =
      """
      policy: spam
      version: 1
      description: A policy with one threshold on a score.
      state: live
      strikes_expire: P30D
      thresholds:
        sure: {value: 0.8, min: 0.1, max: 1.0, unit: score, means: swept}
      rules:
        - id: advert
          description: At least.
          when: scores.spam.spam >= threshold.sure
          actions: [{kind: remove}]
        - id: doubtful
          description: Below.
          when: scores.spam.spam < threshold.sure && scores.spam.spam >= 0.5
          actions: [{kind: review, queue: spam}]
      """;

  @TempDir private Path folder;

  /** One policy, live in version 1. */
  private static final class OnePolicy implements LivePolicies {
    @Override
    public List<PolicyDocument> documents() {
      return List.of(Documents.parse("spam", POLICY));
    }

    @Override
    public String text(String policy, @Nullable Integer version) {
      return POLICY;
    }

    @Override
    public int nextVersion(String policy) {
      return 2;
    }
  }

  @BeforeEach
  void writeLog() throws Exception {
    List<Decision> decisions = LoggedDecisions.messages(DECISIONS, 5);
    LoggedDecisions.write(folder, decisions);
    Map<String, String> labels = new HashMap<>();
    for (int i = 0; i < decisions.size(); i += 3) {
      labels.put(decisions.get(i).getEventId(), i % 2 == 0 ? "spam_wave" : "none");
    }
    LabelFiles.write(folder, labels, Map.of("spam", List.of("spam_wave")));
  }

  private Studio studio() {
    return new Studio(Optional.of(folder), new OnePolicy());
  }

  private static CurveQuestion question(@Nullable String slice) {
    return new CurveQuestion("spam", null, "sure", null, null, slice, null);
  }

  @Test
  void shouldCountEveryDecisionOnceInTheHistogram() throws Exception {
    Histogram histogram = studio().curve(question(null)).histograms().get(0);

    assertThat(histogram.measure()).isEqualTo("scores.spam.spam");
    long drawn =
        histogram.bins().stream().mapToLong(bin -> bin.abuse() + bin.other() + bin.unknown()).sum();
    assertThat(drawn + histogram.missing()).isEqualTo(DECISIONS);
    assertThat(histogram.missing()).isPositive();
    assertThat(histogram.bins()).anyMatch(bin -> bin.abuse() > 0);
  }

  @Test
  void shouldFlipNothingAtThePresentValueAndMoreTheFurtherAway() throws Exception {
    ThresholdCurve curve = studio().curve(question(null));

    assertThat(at(curve, 0.8).flips()).isZero();
    assertThat(at(curve, 0.4).gained()).isPositive().isLessThan(at(curve, 0.2).gained());
    assertThat(at(curve, 0.4).lost()).isZero();
    assertThat(at(curve, 1.0).reviews()).isGreaterThan(at(curve, 0.8).reviews());
  }

  @Test
  void shouldFlipInACurveWhatFlipsInABacktest() throws Exception {
    ThresholdCurve.Point point = at(studio().curve(question(null)), 0.4);
    Draft draft = studio().draft(new DraftQuestion("spam", null, "sure", point.value()));

    BacktestReport report = studio().backtest(new BacktestQuestion(draft.document(), null, null));

    assertThat(report.figures().after().flagged()).isEqualTo(point.volume());
    assertThat(report.figures().after().precision().hits()).isEqualTo(point.precision().hits());
    assertThat(report.sample()).isNotEmpty();
  }

  @Test
  void shouldLookAtASliceInTheLanguageOfTheRules() throws Exception {
    ThresholdCurve.Point all = at(studio().curve(question(null)), 0.4);
    ThresholdCurve.Point german = at(studio().curve(question("event.locale == 'de'")), 0.4);

    assertThat(german.volume()).isPositive().isLessThan(all.volume());
    assertThatThrownBy(() -> studio().curve(question("1=1) OR (SELECT 1")))
        .isInstanceOf(CommandFailure.class);
  }

  @Test
  void shouldNameTheThresholdsThatThereAre() {
    assertThatThrownBy(
            () -> studio().curve(new CurveQuestion("spam", null, "wrong", null, null, null, null)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("found 'wrong', policy spam has sure");
  }

  @Test
  void shouldRefuseAValueOutsideTheAllowedOnes() {
    assertThatThrownBy(() -> studio().draft(new DraftQuestion("spam", null, "sure", 1.5)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("found 1.5, allowed is 0.1 to 1.0");
  }

  @Test
  void shouldSayThatNothingIsLoggedYet(@TempDir Path empty) {
    Studio waiting = new Studio(Optional.of(empty), new OnePolicy());
    Studio without = new Studio(Optional.empty(), new OnePolicy());

    assertThat(statusOf(waiting)).isEqualTo(503);
    assertThat(statusOf(without)).isEqualTo(409);
  }

  private static int statusOf(Studio studio) {
    try {
      var unused = studio.curve(question(null));
      return 200;
    } catch (ProblemException told) {
      return told.problem().status();
    } catch (Exception other) {
      throw new AssertionError(other);
    }
  }

  private static ThresholdCurve.Point at(ThresholdCurve curve, double value) {
    return curve.curve().stream()
        .filter(point -> Math.abs(point.value() - value) < 0.0051)
        .findFirst()
        .orElseThrow();
  }
}
