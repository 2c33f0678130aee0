package dev.rampart.ops.bench.features;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.topology.StreamsTuning;
import dev.rampart.topology.features.CatalogueException;
import dev.rampart.topology.features.FeatureCatalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench features}: the feature engine, in memory and on the state store. */
@Command(
    name = "features",
    description =
        "Measures what features cost: processor time an event in memory, bytes of state a user, and"
            + " memory and throughput of the state store with many known users.")
public final class FeatureBenchCommand extends RampartCommand {
  private static final int MOST_USERS = 100_000_000;

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "300000",
      description = "Events of the generated community. Default: ${DEFAULT-VALUE}")
  private int events = 300_000;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "200000",
      description =
          "Known users to fill the state store with, beside the same with 10,000; 10,000,000 take"
              + " about ten gigabytes of disk. Default: ${DEFAULT-VALUE}")
  private int users = 200_000;

  @Option(
      names = "--state-memory",
      paramLabel = "MB",
      defaultValue = "256",
      description = "Bound of the store's memory outside the heap. Default: ${DEFAULT-VALUE}")
  private int stateMemory = (int) (StreamsTuning.defaults().stateMemoryBytes() >> 20);

  @Override
  protected ExitCode run(Output output) throws Exception {
    require("--events", events, 10_000, 10_000_000);
    require("--users", users, KnownUsers.FEW, MOST_USERS);
    require("--state-memory", stateMemory, 16, 65_536);
    FeatureCatalogue catalogue = catalogue();
    Workload workload = Workload.of(events);
    output.note("%,d events made; running the engine in memory".formatted(events));
    EngineSide.Figures engine = new EngineSide(catalogue, workload).run();
    output.note("%.2f µs an event; filling the store".formatted(engine.microsPerEvent()));
    KnownUsers.Figures store =
        new KnownUsers(catalogue, workload, (long) stateMemory << 20, output::note).run(users);
    FeatureTable table = FeatureTable.of(catalogue, engine, store);
    output.result(table, table::text);
    return ExitCode.DONE;
  }

  private static FeatureCatalogue catalogue() {
    try {
      return FeatureCatalogue.load(Sources.shipped().catalogue());
    } catch (CatalogueException wrong) {
      throw CommandFailure.wrongUsage(wrong.problems().stream().map(Object::toString).toList());
    }
  }
}
