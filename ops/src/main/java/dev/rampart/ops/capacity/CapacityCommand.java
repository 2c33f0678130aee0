package dev.rampart.ops.capacity;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code capacity}: how large an installation has to be, and whether it passes a hard day. */
@Command(
    name = "capacity",
    description =
        "How large an installation has to be for a platform, and a simulated day of it, with a raid"
            + " and the loss of an instance at the peak. Exit code 1 when it does not catch up.")
public final class CapacityCommand extends RampartCommand {
  private static final long SEED = 1;

  @Option(
      names = "--monthly-users",
      paramLabel = "N",
      defaultValue = "150000000",
      description = "Accounts active in a month. Default: ${DEFAULT-VALUE}")
  private long monthlyUsers;

  @Option(
      names = "--daily-share",
      paramLabel = "SHARE",
      defaultValue = "0.4",
      description = "Share of them active on a day. Default: ${DEFAULT-VALUE}")
  private double dailyShare;

  @Option(
      names = "--messages",
      paramLabel = "N",
      defaultValue = "25",
      description = "Messages a daily user writes a day. Default: ${DEFAULT-VALUE}")
  private double messages;

  @Option(
      names = "--user-events",
      paramLabel = "N",
      defaultValue = "0.2",
      description = "User events for each message. Default: ${DEFAULT-VALUE}")
  private double userEvents;

  @Option(
      names = "--peak",
      paramLabel = "FACTOR",
      defaultValue = "2.5",
      description = "Peak of the day over its average, 1.2 to 10. Default: ${DEFAULT-VALUE}")
  private double peak;

  @Option(
      names = "--hot-share",
      paramLabel = "SHARE",
      defaultValue = "0.002",
      description = "Share of the traffic of the busiest account. Default: ${DEFAULT-VALUE}")
  private double hotShare;

  @Option(
      names = "--raid",
      paramLabel = "SHARE",
      defaultValue = "0.3",
      description = "Traffic that a raid adds to the peak. Default: ${DEFAULT-VALUE}")
  private double raid;

  @Option(
      names = "--core-micros",
      paramLabel = "MICROS",
      defaultValue = "66",
      description =
          "Processor time of an event without the broker, from `bench`. Default: ${DEFAULT-VALUE}")
  private double coreMicros;

  @Option(
      names = "--stream-micros",
      paramLabel = "MICROS",
      defaultValue = "34",
      description = "Of it on the stream thread. Default: ${DEFAULT-VALUE}")
  private double streamMicros;

  @Option(
      names = "--busy",
      paramLabel = "SHARE",
      defaultValue = "0.5",
      description = "Share of a core that may be busy at the peak. Default: ${DEFAULT-VALUE}")
  private double busy;

  @Option(
      names = "--cores",
      paramLabel = "N",
      defaultValue = "4",
      description = "Cores of an instance. Default: ${DEFAULT-VALUE}")
  private int cores;

  @Option(
      names = "--spare",
      paramLabel = "N",
      defaultValue = "1",
      description = "Instances that may be away. Default: ${DEFAULT-VALUE}")
  private int spare;

  @Option(
      names = "--standbys",
      paramLabel = "N",
      defaultValue = "1",
      description = "Warm copies of each store. Default: ${DEFAULT-VALUE}")
  private int standbys;

  @Option(
      names = "--fail-over",
      paramLabel = "S",
      defaultValue = "10",
      description =
          "Seconds from the loss of an instance until others decide. Default: ${DEFAULT-VALUE}")
  private int failOver;

  @Option(
      names = "--away",
      paramLabel = "S",
      defaultValue = "300",
      description = "Seconds until it is back, at least --fail-over. Default: ${DEFAULT-VALUE}")
  private int away;

  /**
   * The plan and its day.
   *
   * @param day what the simulation saw
   */
  public record Answer(
      Platform platform,
      EventCost cost,
      Sizing sizing,
      CapacityPlan plan,
      SimulatedDay.Report day) {}

  @Override
  protected ExitCode run(Output output) {
    check();
    Platform platform =
        new Platform(monthlyUsers, dailyShare, messages, userEvents, peak, hotShare);
    EventCost measured = EventCost.measured();
    EventCost cost =
        new EventCost(
            coreMicros,
            streamMicros,
            measured.stateBytes(),
            measured.brokerBytes(),
            measured.decisionBytes());
    Sizing sizing = new Sizing(busy, cores, spare, standbys, 3, 7, failOver, away);
    CapacityPlan plan = CapacityPlan.of(platform, cost, sizing);
    SimulatedDay.Report day = new SimulatedDay(platform, cost, sizing, plan, raid, SEED).run();
    output.result(
        new Answer(platform, cost, sizing, plan, day), () -> String.join("\n", text(plan, day)));
    return day.catchUpSeconds() >= 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static List<String> text(CapacityPlan plan, SimulatedDay.Report day) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "events a second, average / peak",
            "%,.0f / %,.0f",
            plan.averageRate(),
            plan.peakRate()));
    lines.add(line("cores at the peak", "%.1f", plan.cores()));
    lines.add(line("instances x stream threads", "%d x %d", plan.instances(), plan.threads()));
    lines.add(line("partitions", "%d", plan.partitions()));
    lines.add(line("state on all instances", "%,.0f GB", plan.stateGigabytes()));
    lines.add(line("written to the brokers at the peak", "%,.0f MB/s", plan.brokerMegabytesIn()));
    lines.add(line("decisions kept, replicated", "%,.1f TB", plan.decisionTerabytes()));
    lines.add("");
    lines.add("simulated day: raid at the peak, an instance lost in it");
    lines.add(line("events that waited a second or longer", "%.4f %%", day.delayedShare() * 100));
    lines.add(line("longest wait", "%.1f s", day.longestWaitSeconds()));
    lines.add(line("largest backlog", "%,.0f events", day.largestBacklog()));
    lines.add(
        day.catchUpSeconds() < 0
            ? line("caught up after the loss", "never: it is too small")
            : line("caught up after the loss", "%d s", day.catchUpSeconds()));
    return lines;
  }

  private static String line(String name, String format, Object... values) {
    return "%-40s %s".formatted(name, String.format(Locale.ROOT, format, values));
  }

  private void check() {
    require("--monthly-users", (double) monthlyUsers, 1, 10e9);
    require("--daily-share", dailyShare, 1e-6, 1);
    require("--messages", messages, 1e-3, 1e5);
    require("--user-events", userEvents, 0, 1_000);
    require("--peak", peak, 1.2, 10);
    require("--hot-share", hotShare, 0, 0.99);
    require("--raid", raid, 0, 100);
    require("--core-micros", coreMicros, 0.1, 1e6);
    require("--stream-micros", streamMicros, 0.1, coreMicros);
    require("--busy", busy, 0.01, 1);
    require("--cores", cores, 1, 1_024);
    require("--spare", spare, 0, 1_000);
    require("--standbys", standbys, 0, 10);
    require("--fail-over", failOver, 1, 3_600);
    require("--away", away, failOver, 36_000);
  }

  private static void require(String option, double found, double least, double most) {
    if (!(found >= least && found <= most)) {
      throw CommandFailure.wrongUsage(
          "%s: found %s, allowed is %s to %s".formatted(option, found, least, most));
    }
  }
}
