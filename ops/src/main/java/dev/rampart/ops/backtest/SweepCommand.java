package dev.rampart.ops.backtest;

import dev.rampart.actions.backtest.Curve;
import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.decisions.LogOptions;
import dev.rampart.ops.decisions.LogView;
import dev.rampart.ops.pipeline.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code policies sweep}: the curve of a threshold. */
@Command(
    name = "sweep",
    description =
        "Draws precision, recall and volume of a policy over the whole range of one of its"
            + " thresholds, and recommends a value.")
public final class SweepCommand extends RampartCommand {
  private static final int MEGABYTES = 1_024;

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      required = true,
      description = "A policy file, or the id of a shipped policy.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private String policy;

  @Option(
      names = "--threshold",
      paramLabel = "NAME",
      required = true,
      description = "The threshold.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private String threshold;

  @Mixin private final LogOptions log = new LogOptions();

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "101",
      description = "Values to look at. Default: ${DEFAULT-VALUE}")
  private int points = 101;

  @Option(
      names = "--precision",
      paramLabel = "SHARE",
      description = "Recommend the value with most recall at this precision, 0 to 1.")
  private Optional<Double> precision = Optional.empty();

  @Option(
      names = "--reviews",
      paramLabel = "N",
      description = "Recommend the value with most recall at so many reviews in all.")
  private Optional<Integer> reviews = Optional.empty();

  @Override
  protected ExitCode run(Output output) throws Exception {
    require("--points", points, 2, 1_001);
    PolicyDocument document = PolicyFiles.read(file());
    int threads = Runtime.getRuntime().availableProcessors();
    try (LogView view = LogView.open(log.folder(), threads, MEGABYTES)) {
      view.loadLabels(log.folder());
      Judgements.define(view, log.folder(), document.policy());
      Curve curve =
          new ThresholdSweep(view, document, threshold, points).draw(view, log.condition());
      SweepReport report = report(document, curve);
      output.result(report, report::text);
      return ExitCode.DONE;
    }
  }

  private SweepReport report(PolicyDocument document, Curve curve) {
    Optional<Curve.Point> recommended =
        precision
            .flatMap(curve::forPrecision)
            .or(() -> reviews.flatMap(budget -> curve.forReviews(budget)));
    return SweepReport.of(
        document.policy(),
        threshold,
        java.util.Objects.requireNonNull(document.thresholds().get(threshold)).value(),
        curve,
        recommended,
        precision.isPresent() || reviews.isPresent());
  }

  private Path file() {
    Path named = Path.of(policy);
    return Files.exists(named) ? named : Sources.shipped().policies().resolve(policy + ".yml");
  }
}
