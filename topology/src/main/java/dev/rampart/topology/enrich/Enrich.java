package dev.rampart.topology.enrich;

import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.deadletters.DeadLetters;
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
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Adds the account's features to an event and drops a repeat. However many features there are, an
 * event costs one read and one write of {@link Nodes#ACCOUNT_FEATURES}. An ERASE event removes the
 * record once its own values were served.
 */
public final class Enrich implements Processor<String, InputEvent, String, Object> {
  private final FeatureEngine engine;
  private final Retention retention;
  private final MeterRegistry meters;
  private final Counter duplicates;
  private ProcessorContext<String, Object> context;
  private AccountRecords records;
  private DeadLetters deadLetters;
  private Sweep sweep;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  private Enrich(
      FeatureCatalogue catalogue, RepeatWindow repeats, Retention retention, MeterRegistry meters) {
    this.engine = new FeatureEngine(catalogue, repeats);
    this.retention = retention;
    this.meters = meters;
    this.duplicates = meters.counter("rampart.duplicates.dropped");
  }

  /** Makes the processors of all tasks. */
  public static ProcessorSupplier<String, InputEvent, String, Object> supplier(
      FeatureCatalogue catalogue, RepeatWindow repeats, Retention retention, MeterRegistry meters) {
    return () -> new Enrich(catalogue, repeats, retention, meters);
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
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
    context.forward(
        record.withValue(new Enriched(record.value(), observation.features())), Nodes.CLASSIFY);
  }

  private void keep(String account, InputEvent event, byte[] updated) {
    sweep.sees(event.eventTime());
    if (event.kind() == UserEventKind.ERASE) {
      records.delete(account);
    } else {
      records.put(account, updated);
    }
  }

  /** Null when the event is a repeat. */
  private @Nullable Observation observe(byte @Nullable [] stored, InputEvent event) {
    EntityState state = engine.decode(stored, event.eventTime(), retention.features());
    if (engine.isRepeat(state, event.eventId(), event.eventTime())) {
      return null;
    }
    double[] features = engine.observe(state, event);
    return new Observation(features, engine.encode(state));
  }

  @SuppressWarnings("ArrayRecordComponent") // lives within one call
  private record Observation(double[] features, byte[] updated) {}
}
