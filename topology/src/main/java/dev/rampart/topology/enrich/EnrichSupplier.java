package dev.rampart.topology.enrich;

import dev.rampart.topology.commit.CommitBarrier;
import dev.rampart.topology.event.InputEvent;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes the enriching processors together with the barrier before their sightings. */
record EnrichSupplier(Supplier<Enrich> processors, Supplier<StoreBuilder<CommitBarrier>> barriers)
    implements ProcessorSupplier<String, InputEvent, Object, Object> {
  @Override
  public Processor<String, InputEvent, Object, Object> get() {
    return processors.get();
  }

  @Override
  public Set<StoreBuilder<?>> stores() {
    return Set.of(barriers.get());
  }
}
