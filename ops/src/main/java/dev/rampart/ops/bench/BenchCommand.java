package dev.rampart.ops.bench;

import dev.rampart.ops.bench.classifiers.ClassifierBench;
import dev.rampart.ops.bench.classifiers.ClassifierTable;
import dev.rampart.ops.bench.classifiers.DeviceBench;
import dev.rampart.ops.bench.classifiers.DeviceTable;
import dev.rampart.ops.bench.features.FeatureBench;
import dev.rampart.ops.bench.features.FeatureTable;
import dev.rampart.ops.bench.features.KnownUsers;
import dev.rampart.ops.bench.hostile.HostileBench;
import dev.rampart.ops.bench.hostile.HostileTable;
import dev.rampart.ops.bench.latency.LatencyBench;
import dev.rampart.ops.bench.latency.LatencyPlan;
import dev.rampart.ops.bench.latency.LatencyTable;
import dev.rampart.ops.bench.profile.StageTable;
import dev.rampart.ops.bench.recovery.RestoreBench;
import dev.rampart.ops.bench.recovery.RestoreTable;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.policies.PolicyFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: the performance table. */
@Command(
    name = "bench",
    description = "Measures one part of Rampart beside what it is compared with, in one run.")
public final class BenchCommand extends RampartCommand {
  private static final String SUITES =
      "pipeline, classifiers, devices, features, policies, backtest, recovery, latency, hostile, publish, model-bound, profile, service";
  private static final int QUICK_EVENTS = 200_000;
  private static final int MODEL_BOUND_EVENTS = 60_000;
  private static final int QUICK_ITEMS = 20_000;
  private static final int MOST_ITEMS = 100_000;
  private static final int FEW_PUBLICATIONS = 5;
  private static final int PUBLICATIONS = 30;
  private static final int QUICK_SERVED = 20_000;
  private static final int MOST_SERVED = 150_000;

  @Option(names = "--quick", description = "Fewer events, one round: an idea, not a figure.")
  private boolean quick;

  @Option(
      names = "--suite",
      paramLabel = "NAME",
      defaultValue = "pipeline",
      description = "What is measured: " + SUITES + ". Default: ${DEFAULT-VALUE}")
  private String suite = "pipeline";

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Messages that are there for each side. Default: ${DEFAULT-VALUE}")
  private int events = 1_000_000;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "200000",
      description =
          "Known users: to fill a state store with in the suite features, to restore in recovery, strangers in hostile; 10,000,000 take gigabytes of disk. Default: ${DEFAULT-VALUE}")
  private int users = 200_000;

  @Option(
      names = "--limit",
      paramLabel = "S",
      defaultValue = "30",
      description =
          "Seconds after which a slow side is stopped, seconds of each attack in the suite hostile. Default: ${DEFAULT-VALUE}")
  private int limit = 30;

  @Option(
      names = "--sides",
      paramLabel = "LETTERS",
      defaultValue = "asebc",
      description =
          "Which sides: a bare pass-through, s one state read and write, e ingest and enrich alone, b this pipeline, c naive. Default: ${DEFAULT-VALUE}")
  private String sides = "asebc";

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each side runs; medians are shown. Default: ${DEFAULT-VALUE}")
  private int rounds = 3;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Stream threads of each side. Default: ${DEFAULT-VALUE}")
  private int threads = 2;

  @Option(
      names = "--commit-interval",
      paramLabel = "MS",
      defaultValue = "30",
      description = "Milliseconds between commits of each side. Default: ${DEFAULT-VALUE}")
  private int commitInterval = 30;

  @Option(
      names = "--flame",
      paramLabel = "FILE",
      description = "Where the suite profile draws a flame graph, as one HTML file.")
  private Optional<Path> flame = Optional.empty();

  @Override
  protected ExitCode run(Output output) throws Exception {
    require("--events", events, 10_000);
    require("--rounds", rounds, 1);
    require("--threads", threads, 1);
    require("--commit-interval", commitInterval, 1);
    require("--limit", limit, 1);
    require("--users", users, KnownUsers.FEW);
    return switch (suite) {
      case "pipeline" -> pipeline(output);
      case "latency" -> latency(output);
      case "model-bound" -> modelBound(output);
      case "profile" -> profile(output);
      case "classifiers" -> classifiers(output);
      case "policies" -> policies(output);
      case "backtest" -> backtest(output);
      case "publish" -> publish(output);
      case "devices" -> devices(output);
      case "features" -> features(output);
      case "recovery" -> recovery(output);
      case "hostile" -> hostile(output);
      case "service" -> service(output);
      default ->
          throw CommandFailure.wrongUsage(
              "--suite: found %s, allowed are %s".formatted(suite, SUITES));
    };
  }

  private ExitCode latency(Output output) throws Exception {
    LatencyTable table = new LatencyBench(LatencyPlan.of(quick, threads), output::note).run();
    output.result(table, table::text);
    return ExitCode.DONE;
  }

  private ExitCode classifiers(Output output) throws Exception {
    int items = Math.min(quick ? QUICK_ITEMS : MOST_ITEMS, events);
    ClassifierTable table = new ClassifierBench(items, quick ? 1 : rounds, output::note).run();
    output.result(table, table::text);
    return ExitCode.DONE;
  }

  private ExitCode policies(Output output) throws Exception {
    PolicyBenchTable table =
        new PolicyBench(quick ? 1 : rounds, output::note)
            .run(PolicyFile.vocabulary(Sources.shipped()));
    output.result(table, table::text);
    return ExitCode.DONE;
  }

  private ExitCode backtest(Output output) throws Exception {
    BacktestBench.Table table = new BacktestBench(quick, rounds, output::note).run();
    output.result(table, table::text);
    return ExitCode.DONE;
  }

  private ExitCode publish(Output output) throws Exception {
    PublishBench.Table table =
        new PublishBench(quick ? FEW_PUBLICATIONS : PUBLICATIONS, output::note).run();
    output.result(table, table::text);
    return ExitCode.DONE;
  }

  private ExitCode features(Output output) throws Exception {
    FeatureTable table = new FeatureBench(quick ? QUICK_EVENTS : events, users, output::note).run();
    output.result(table, table::text);
    return ExitCode.DONE;
  }

  private ExitCode recovery(Output output) throws Exception {
    RestoreTable table =
        new RestoreBench(quick ? QUICK_ITEMS : users, quick ? 1 : rounds, threads, output::note)
            .run();
    output.result(table, table::text);
    return ExitCode.DONE;
  }

  private ExitCode hostile(Output output) throws Exception {
    Duration length = Duration.ofSeconds(quick ? 3 : limit);
    HostileTable table = new HostileBench(length, users, output::note).run();
    output.result(table, table::text);
    return table.missing() == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private ExitCode service(Output output) throws Exception {
    ServiceTable table =
        new ServiceBench(
                quick ? QUICK_SERVED : Math.min(MOST_SERVED, events),
                quick ? 1 : rounds,
                quick,
                Duration.ofSeconds(limit),
                output::note)
            .run();
    output.result(table, table::text);
    return ExitCode.DONE;
  }

  private ExitCode devices(Output output) throws Exception {
    DeviceTable table = new DeviceBench(quick ? QUICK_ITEMS : MOST_ITEMS, output::note).run();
    output.result(table, table::text);
    return table.agrees() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private ExitCode pipeline(Output output) throws Exception {
    BenchPlan plan = plan(chosen(), quick ? QUICK_EVENTS : events);
    BenchTable table = new PipelineBench(plan, Sources.shipped(), output::note).run();
    output.result(table, table::text);
    return ExitCode.DONE;
  }

  private ExitCode modelBound(Output output) throws Exception {
    int most = quick ? QUICK_ITEMS : MODEL_BOUND_EVENTS;
    BenchPlan plan = plan(List.of(Side.PIPELINE), Math.min(most, events));
    ModelBoundTable table = new ModelBoundBench(plan, output::note).run();
    output.result(table, table::text);
    return ExitCode.DONE;
  }

  private ExitCode profile(Output output) throws Exception {
    BenchPlan plan = plan(List.of(Side.PIPELINE), quick ? QUICK_EVENTS : events);
    StageTable table = new ProfileBench(plan, flame, output::note).run();
    output.result(table, table::text);
    return ExitCode.DONE;
  }

  private BenchPlan plan(List<Side> wanted, int messages) {
    return new BenchPlan(
        wanted,
        messages,
        Duration.ofSeconds(limit),
        quick ? 1 : rounds,
        threads,
        Duration.ofMillis(commitInterval));
  }

  private List<Side> chosen() {
    List<Side> chosen = Side.ALL.stream().filter(side -> sides.contains(side.letter())).toList();
    if (chosen.isEmpty() || !sides.matches("[asebc]+")) {
      throw CommandFailure.wrongUsage(
          "--sides: found %s, allowed are letters of asebc".formatted(sides));
    }
    return chosen;
  }

  private static void require(String option, int found, int least) {
    if (found < least) {
      throw CommandFailure.wrongUsage(
          "%s: found %d, allowed is %d or more".formatted(option, found, least));
    }
  }
}
