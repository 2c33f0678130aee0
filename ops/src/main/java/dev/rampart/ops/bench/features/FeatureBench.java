package dev.rampart.ops.bench.features;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.topology.StreamsTuning;
import dev.rampart.topology.features.CatalogueException;
import dev.rampart.topology.features.FeatureCatalogue;
import java.util.function.Consumer;

/**
 * What features cost: processor time an event in memory, bytes of state a user, and memory and
 * throughput of the state store with many known users.
 *
 * @param events events of the generated community
 * @param users known users to fill the state store with, beside the same with ten thousand
 */
public record FeatureBench(int events, int users, Consumer<String> notes) {

  /** Measures one after the other; takes minutes with millions of users. */
  public FeatureTable run() throws Exception {
    FeatureCatalogue catalogue = catalogue();
    Workload workload = Workload.of(events);
    notes.accept("%,d events made; running the engine in memory".formatted(events));
    EngineSide.Figures engine = new EngineSide(catalogue, workload).run();
    notes.accept("%.2f µs an event; filling the store".formatted(engine.microsPerEvent()));
    long memory = StreamsTuning.defaults().stateMemoryBytes();
    KnownUsers.Figures store = new KnownUsers(catalogue, workload, memory, notes).run(users);
    return FeatureTable.of(catalogue, engine, store);
  }

  private static FeatureCatalogue catalogue() {
    try {
      return FeatureCatalogue.load(Sources.shipped().catalogue());
    } catch (CatalogueException wrong) {
      throw CommandFailure.wrongUsage(wrong.problems().stream().map(Object::toString).toList());
    }
  }
}
