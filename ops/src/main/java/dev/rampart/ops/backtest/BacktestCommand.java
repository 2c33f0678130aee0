package dev.rampart.ops.backtest;

import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.decisions.LogOptions;
import dev.rampart.ops.pipeline.Sources;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policies backtest}: a draft on the past. */
@Command(
    name = "backtest",
    description =
        "Decides the log again with a draft in the place of its policy, ladder and strikes"
            + " included, and shows what changes.")
public final class BacktestCommand extends RampartCommand {
  @Parameters(paramLabel = "DRAFT", description = "The draft, a policy file.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path draft;

  @Mixin private final LogOptions log = new LogOptions();

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      description = "Policies that were in force. Default: the shipped ones.")
  private Optional<Path> policies = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Threads. Default: ${DEFAULT-VALUE}")
  private int threads = 2;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "10",
      description = "Flips to show. Default: ${DEFAULT-VALUE}")
  private int sample = 10;

  @Option(
      names = "--slices",
      paramLabel = "N",
      defaultValue = "12",
      description = "Slices to show, those with most flips. Default: ${DEFAULT-VALUE}")
  private int slices = 12;

  @Option(
      names = "--minutes-per-review",
      paramLabel = "N",
      defaultValue = "2",
      description = "What a review costs. Default: ${DEFAULT-VALUE}")
  private double minutes = 2;

  @Option(
      names = "--restraints",
      paramLabel = "USE",
      defaultValue = "simulated",
      description =
          "Kill switches, snoozes and spent budgets: simulated (as logged, the draft's own budget"
              + " worked out), as_logged, or lifted. Default: ${DEFAULT-VALUE}")
  private RestraintUse restraints = RestraintUse.SIMULATED;

  @Override
  protected ExitCode run(Output output) throws Exception {
    require("--threads", threads, 1, 64);
    require("--sample", sample, 0, 1_000);
    require("--slices", slices, 0, 10_000);
    BacktestRun run =
        new BacktestRun(
            log.folder(),
            PolicyFiles.readAll(Sources.shipped(policies).policies()),
            PolicyFiles.read(draft),
            log.from(),
            log.to(),
            threads,
            sample,
            restraints);
    BacktestReport report =
        run.run(BacktestWitness.NONE)
            .report(run.draft().policy(), log.from().orElse(Instant.EPOCH), minutes, slices);
    output.result(report, report::text);
    return ExitCode.DONE;
  }
}
