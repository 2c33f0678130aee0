package dev.rampart.topology.classify;

import dev.rampart.topology.commit.CommitBarrier;
import dev.rampart.topology.enrich.Enriched;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes the classifying processors together with the barrier that they need. */
record ClassifySupplier(
    Supplier<Classify> processors, Supplier<StoreBuilder<CommitBarrier>> barriers)
    implements ProcessorSupplier<String, Enriched, String, Classified> {
  @Override
  public Processor<String, Enriched, String, Classified> get() {
    return processors.get();
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(barriers.get());
  }
}
