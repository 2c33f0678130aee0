package dev.rampart.ops.chaos;

import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chaos}: are the promises kept while processes die? */
@Command(
    name = "chaos",
    description =
        "Runs several instances as processes, kills, stops and pauses them at random, and counts"
            + " what is missing, twice or out of order. Exit code 1 when anything is.")
public final class ChaosCommand extends RampartCommand {
  private static final int LEAST_SHARE = 500;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "200000",
      description = "How many events. Default: ${DEFAULT-VALUE}")
  private int events = 200_000;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Events a second while nothing is waited for. Default: ${DEFAULT-VALUE}")
  private int rate = 2_000;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "12",
      description =
          "How often an instance is hurt: by SIGKILL, SIGTERM and SIGSTOP in turn."
              + " Default: ${DEFAULT-VALUE}")
  private int kills = 12;

  @Option(
      names = "--instances",
      paramLabel = "N",
      defaultValue = "2",
      description = "Processes that share the work. Default: ${DEFAULT-VALUE}")
  private int instances = 2;

  @Option(
      names = "--broker-restarts",
      paramLabel = "N",
      defaultValue = "0",
      description = "How often the broker is killed and started again. Default: ${DEFAULT-VALUE}")
  private int brokerRestarts;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Chooses the community, the victims and the moments. Default: ${DEFAULT-VALUE}")
  private long seed = 42;

  @Override
  protected ExitCode run(Output output) throws Exception {
    require("--kills", kills, 0, 1_000);
    require("--broker-restarts", brokerRestarts, 0, 100);
    require("--instances", instances, 1, 16);
    require("--rate", rate, 1, 1_000_000);
    require("--events", events, LEAST_SHARE * (kills + brokerRestarts + 1), 50_000_000);
    ChaosReport report =
        new Chaos(
                new ChaosPlan(
                    events, rate, instances, ChaosPlan.mixed(kills, brokerRestarts, seed), seed),
                output)
            .run();
    output.result(ChaosFormat.document(report), () -> ChaosFormat.table(report));
    return report.clean() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
