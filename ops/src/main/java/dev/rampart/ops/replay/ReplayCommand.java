package dev.rampart.ops.replay;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.summary.Summary;
import dev.rampart.ops.summary.SummaryFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code replay}: an event file through the whole pipeline. */
@Command(
    name = "replay",
    description =
        "Runs an event file through the whole pipeline and writes what it decided as JSON lines.")
public final class ReplayCommand extends RampartCommand {
  @Option(
      names = "--input",
      paramLabel = "FILE.jsonl",
      required = true,
      description = "Events, one JSON object a line.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path input;

  @Option(names = "--decisions", paramLabel = "FILE", description = "Where decisions go.")
  private Optional<Path> decisions = Optional.empty();

  @Option(names = "--actions", paramLabel = "FILE", description = "Where actions go.")
  private Optional<Path> actions = Optional.empty();

  @Option(
      names = "--policies",
      paramLabel = "DIR",
      description = "Policies instead of the shipped ones.")
  private Optional<Path> policies = Optional.empty();

  @Option(
      names = "--restraints",
      paramLabel = "FILE.jsonl",
      description = "Kill switches, snoozes and spent budgets, as the topic control has them.")
  private Optional<Path> restraints = Optional.empty();

  @Option(
      names = "--served",
      paramLabel = "FILE",
      description =
          "Decisions of an earlier run of the same events: what it served of hot entities, and what"
              + " it found later, is taken from there, which makes the replay exact.")
  private Optional<Path> served = Optional.empty();

  @Option(
      names = "--log",
      paramLabel = "DIR",
      description = "Where decisions are logged for policies backtest and sweep.")
  private Optional<Path> log = Optional.empty();

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description =
          "A Kafka cluster to run on, with topics of its own that are removed afterwards."
              + " Default: an embedded broker.")
  private Optional<String> bootstrap = Optional.empty();

  @Override
  protected ExitCode run(Output output) throws Exception {
    if (!Files.isReadable(input) || Files.isDirectory(input)) {
      throw CommandFailure.wrongUsage(input + ": is no file that can be read");
    }
    served
        .filter(file -> !Files.isReadable(file) || Files.isDirectory(file))
        .ifPresent(
            file -> {
              throw CommandFailure.wrongUsage(file + ": is no file that can be read");
            });
    Summary summary =
        new Replay(
                new ReplayPlan(
                    input, decisions, actions, policies, restraints, served, log, bootstrap),
                output::note)
            .run();
    output.result(SummaryFormat.document(summary), () -> SummaryFormat.table(summary));
    return summary.missing() == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }
}
