package dev.rampart.topology.enrich;

import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.commit.CommitBarrier;
import dev.rampart.topology.deadletters.DeadLetters;
import dev.rampart.topology.entities.EntityWatch;
import dev.rampart.topology.entities.HotEntities;
import dev.rampart.topology.entities.ServedValues;
import dev.rampart.topology.entities.SightingPartitions;
import dev.rampart.topology.event.FindingInput;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.features.EntityState;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.features.FeatureEngine;
import dev.rampart.topology.features.RepeatWindow;
import dev.rampart.topology.retention.IdleRecords;
import dev.rampart.topology.retention.Retention;
import dev.rampart.topology.retention.Sweep;
import dev.rampart.topology.state.AccountRecords;
import dev.rampart.topology.topics.Nodes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Adds the account's features to an event and drops a repeat. However many features there are, an
 * event costs one read and one write of {@link Nodes#ACCOUNT_FEATURES}. Features of other entities
 * that are hot are added from memory, and what those learn of the event waits in memory for the
 * next commit, which it goes before. An ERASE event removes the record once its own values were
 * served.
 *
 * <p>A finding is no event of its account's own: it is served the features and changes none.
 */
public final class Enrich implements Processor<String, InputEvent, Object, Object> {
  private final FeatureEngine engine;
  private final Retention retention;
  private final MeterRegistry meters;
  private final EngineMeters engineMeters;
  private final Counter duplicates;
  private final EntityWatch entities;
  private CommitBarrier barrier;
  private ProcessorContext<Object, Object> context;
  private AccountRecords records;
  private DeadLetters deadLetters;
  private Sweep sweep;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  private Enrich(
      FeatureCatalogue catalogue,
      RepeatWindow repeats,
      Retention retention,
      EntityWatch entities,
      MeterRegistry meters) {
    this.engine = new FeatureEngine(catalogue, repeats);
    this.retention = retention;
    this.entities = entities;
    this.meters = meters;
    this.engineMeters = new EngineMeters(engine, meters);
    this.duplicates =
        Counter.builder("rampart.duplicates.dropped")
            .description("Events dropped because they repeat an event id")
            .register(meters);
  }

  /**
   * Makes the processors of all tasks.
   *
   * @param hot what is known of other entities
   * @param partitions partitioner of the sightings' sink
   * @param served what an earlier run served of other entities, to be served again
   */
  public static ProcessorSupplier<String, InputEvent, Object, Object> supplier(
      FeatureCatalogue catalogue,
      RepeatWindow repeats,
      Retention retention,
      HotEntities hot,
      SightingPartitions partitions,
      Optional<ServedValues> served,
      MeterRegistry meters) {
    return supplier(
        catalogue,
        repeats,
        retention,
        () -> new EntityWatch(catalogue, hot, partitions, served),
        meters,
        () -> CommitBarrier.builder(Nodes.SIGHTING_BARRIER));
  }

  static ProcessorSupplier<String, InputEvent, Object, Object> supplier(
      FeatureCatalogue catalogue,
      RepeatWindow repeats,
      Retention retention,
      Supplier<EntityWatch> entities,
      MeterRegistry meters,
      Supplier<StoreBuilder<CommitBarrier>> barriers) {
    return new EnrichSupplier(
        () -> new Enrich(catalogue, repeats, retention, entities.get(), meters), barriers);
  }

  @Override
  public void init(ProcessorContext<Object, Object> context) {
    this.context = context;
    this.records = new AccountRecords(context.getStateStore(Nodes.ACCOUNT_FEATURES));
    this.deadLetters = new DeadLetters(context, Nodes.ENRICH, meters);
    this.sweep =
        Sweep.schedule(
            context,
            Nodes.ACCOUNT_FEATURES,
            new IdleRecords(records, FeatureEngine::isIdleSince),
            retention.features(),
            meters);
    this.barrier = context.getStateStore(Nodes.SIGHTING_BARRIER);
    barrier.protect(context, () -> entities.flush(this::write));
  }

  @Override
  public void close() {
    barrier.release();
    entities.clear();
  }

  @Override
  public void process(Record<String, InputEvent> record) {
    byte[] stored = records.get(record.key());
    Observation observation;
    try {
      observation = observe(stored, record.value());
    } catch (RuntimeException failure) {
      deadLetters.send(record, record.value().origin(), failure);
      return;
    }
    if (observation == null) {
      duplicates.increment();
      return;
    }
    keep(record.key(), record.value(), observation.updated());
    entities.look(record.value(), observation.features(), this::write);
    context.forward(
        record.withValue(new Enriched(record.value(), observation.features())), Nodes.CLASSIFY);
  }

  private void keep(String account, InputEvent event, byte[] updated) {
    if (event instanceof FindingInput) {
      return;
    }
    sweep.sees(event.eventTime());
    if (event.kind() == UserEventKind.ERASE) {
      records.delete(account);
    } else {
      records.put(account, updated);
    }
  }

  private void write(int group, byte[] page, long newest) {
    context.forward(new Record<>(group, (Object) page, newest), Nodes.SIGHTINGS);
  }

  /** Null when the event is a repeat. */
  private @Nullable Observation observe(byte @Nullable [] stored, InputEvent event) {
    EntityState state = engine.decode(stored, event.eventTime(), retention.features());
    if (engine.isRepeat(state, event.eventId(), event.eventTime())) {
      return null;
    }
    double[] features = engine.observe(state, event);
    engineMeters.update();
    return new Observation(features, engine.encode(state));
  }

  @SuppressWarnings("ArrayRecordComponent") // lives within one call
  private record Observation(double[] features, byte[] updated) {}
}
