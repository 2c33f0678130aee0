package dev.rampart.ops.studio;

import dev.rampart.actions.backtest.Curve;
import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.Threshold;
import dev.rampart.ops.backtest.BacktestReport;
import dev.rampart.ops.backtest.BacktestRun;
import dev.rampart.ops.backtest.BacktestWitness;
import dev.rampart.ops.backtest.Judgements;
import dev.rampart.ops.backtest.RestraintUse;
import dev.rampart.ops.backtest.ThresholdSweep;
import dev.rampart.ops.decisions.LogView;
import dev.rampart.ops.http.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers the questions of the studio from a decision log. Used by one thread at a time. */
public final class Studio {
  private static final int THREADS = 2;
  private static final int MEGABYTES = 512;
  private static final int SAMPLE = 12;
  private static final int SLICES = 12;
  private static final Duration FIRST_SEGMENT = Duration.ofSeconds(10);

  private final Optional<Path> folder;
  private final LivePolicies policies;

  /**
   * @param folder of the decision log; empty where decisions are not logged here
   */
  public Studio(Optional<Path> folder, LivePolicies policies) {
    this.folder = folder;
    this.policies = policies;
  }

  /** The curve of a threshold. */
  public ThresholdCurve curve(CurveQuestion question) throws IOException, SQLException {
    PolicyDocument policy =
        Documents.parse(question.policy(), policies.text(question.policy(), question.version()));
    Threshold threshold = Documents.threshold(policy, question.threshold());
    Path log = folder();
    try (LogView view = LogView.open(log, THREADS, MEGABYTES)) {
      view.loadLabels(log);
      Judgements.define(view, log, policy.policy());
      String scope = LogScope.condition(view, question.from(), question.to(), question.slice());
      ThresholdSweep sweep =
          new ThresholdSweep(view, policy, question.threshold(), Steps.points(threshold));
      Curve curve = sweep.draw(view, scope);
      List<Histogram> histograms = new ArrayList<>();
      for (String measure : sweep.measures()) {
        histograms.add(Histogram.of(view, measure, threshold, scope));
      }
      return new ThresholdCurve(
          policy.policy(),
          policy.version(),
          question.threshold(),
          threshold.value(),
          histograms,
          curve.points().stream().map(ThresholdCurve.Point::of).toList(),
          curve.forPrecision(question.aim()).map(ThresholdCurve.Point::of).orElse(null));
    }
  }

  /** What a draft would have done. */
  public BacktestReport backtest(BacktestQuestion question) throws Exception {
    PolicyDocument draft = Documents.parse("document", question.document());
    Optional<Instant> from = Optional.ofNullable(question.from());
    return new BacktestRun(
            folder(),
            policies.documents(),
            draft,
            from,
            Optional.ofNullable(question.to()),
            THREADS,
            SAMPLE,
            RestraintUse.SIMULATED)
        .run(BacktestWitness.NONE)
        .report(
            draft.policy(), from.orElse(Instant.EPOCH), ThresholdCurve.MINUTES_PER_REVIEW, SLICES);
  }

  /** The text of a policy with another value of a threshold, under the next free version. */
  public Draft draft(DraftQuestion question) {
    String text = policies.text(question.policy(), question.version());
    Threshold threshold =
        Documents.threshold(Documents.parse(question.policy(), text), question.threshold());
    requireAllowed(threshold, question.value());
    int version = policies.nextVersion(question.policy());
    return Draft.of(
        question.policy(),
        version,
        text,
        ThresholdEdit.apply(text, question.threshold(), question.value(), version));
  }

  private static void requireAllowed(Threshold threshold, double value) {
    if (!(value >= threshold.min() && value <= threshold.max())) {
      throw ProblemException.wrongInput(
          "value: found %s, allowed is %s to %s"
              .formatted(value, threshold.min(), threshold.max()));
    }
  }

  private Path folder() throws IOException {
    Path log =
        folder.orElseThrow(
            () ->
                ProblemException.conflict(
                    "decisions are not logged by this instance: set decisionLog in its"
                        + " configuration"));
    if (!LogView.exists(log)) {
      throw ProblemException.unavailable(
          "no part of the decision log is finished yet", FIRST_SEGMENT);
    }
    return log;
  }
}
