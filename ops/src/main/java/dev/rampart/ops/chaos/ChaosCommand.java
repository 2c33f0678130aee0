package dev.rampart.ops.chaos;

import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chaos}: are the promises kept while processes die? */
@Command(
    name = "chaos",
    description =
        "Runs brokers and instances as processes, hurts them in many ways, counts what is missing,"
            + " twice or out of order, and works every decision out again. Exit code 1 when"
            + " anything is wrong.")
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
      defaultValue = "1500",
      description = "Events a second while nothing is waited for. Default: ${DEFAULT-VALUE}")
  private int rate = 1_500;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "16",
      description = "How many faults; each kind as often as the others. Default: ${DEFAULT-VALUE}")
  private int kills = 16;

  @Option(
      names = "--faults",
      paramLabel = "LIST",
      defaultValue = "all",
      description =
          "Kinds of fault, separated by commas: kill, loss, terminate, pause, rolling-restart, cut,"
              + " delay, broker-kill, broker-pause, controller-kill, broker-roll, disk-full,"
              + " corrupt-state, clock-jump, model-broken, policy-churn; all are those that this"
              + " system has the tools for. Default: ${DEFAULT-VALUE}")
  private String faults = "all";

  @Option(
      names = "--instances",
      paramLabel = "N",
      defaultValue = "3",
      description = "Processes that share the work. Default: ${DEFAULT-VALUE}")
  private int instances = 3;

  @Option(
      names = "--brokers",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Processes of the Kafka cluster; with three of them every topic has three copies."
              + " Default: ${DEFAULT-VALUE}")
  private int brokers = 3;

  @Option(
      names = "--standbys",
      paramLabel = "N",
      defaultValue = "0",
      description = "Warm copies of each state store. Default: ${DEFAULT-VALUE}")
  private int standbys;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description =
          "Chooses the community, the faults' order, targets and moments. Default: ${DEFAULT-VALUE}")
  private long seed = 42;

  @Override
  protected ExitCode run(Output output) throws Exception {
    require("--kills", kills, 0, 1_000);
    require("--instances", instances, 1, 16);
    require("--brokers", brokers, 1, 5);
    require("--standbys", standbys, 0, 3);
    require("--rate", rate, 1, 1_000_000);
    require("--events", events, LEAST_SHARE * (kills + 1), 50_000_000);
    ChaosReport report = new Chaos(plan(output), output).run();
    output.result(ChaosFormat.document(report), () -> ChaosFormat.table(report));
    return report.clean() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private ChaosPlan plan(Output output) {
    return new ChaosPlan(
        events,
        rate,
        instances,
        brokers,
        standbys,
        ChaosPlan.mixed(kinds(output), kills, seed),
        seed);
  }

  /**
   * Of all kinds those that this system can make; one that was named is refused where it cannot.
   */
  private List<Fault> kinds(Output output) {
    List<Fault> named = Fault.parse(faults);
    if (!faults.equals("all")) {
      return named;
    }
    Equipment.missing(named).forEach(output::note);
    return named.stream().filter(fault -> Equipment.missing(List.of(fault)).isEmpty()).toList();
  }
}
