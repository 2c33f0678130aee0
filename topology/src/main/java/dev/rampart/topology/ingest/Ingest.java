package dev.rampart.topology.ingest;

import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistryException;
import dev.rampart.schemas.serde.WireFormatException;
import dev.rampart.topology.deadletters.Cause;
import dev.rampart.topology.deadletters.DeadLetters;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.reputation.Reputation;
import dev.rampart.topology.topics.Nodes;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Decodes and validates what was read. A record that fails becomes a dead letter and disturbs
 * nothing else.
 */
public final class Ingest implements Processor<byte[], byte[], String, Object> {
  private final Admission admission;
  private final MeterRegistry meters;
  private ProcessorContext<String, Object> context;
  private DeadLetters deadLetters;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
  private Ingest(Admission admission, MeterRegistry meters) {
    this.admission = admission;
    this.meters = meters;
  }

  /** Makes the processors of all tasks; they share what lets records in. */
  public static ProcessorSupplier<byte[], byte[], String, Object> supplier(
      Topics topics,
      SchemaRegistry registry,
      Supplier<Reputation> reputation,
      IngestLimits limits,
      MeterRegistry meters) {
    Admission admission = new Admission(topics, registry, reputation, limits);
    return () -> new Ingest(admission, meters);
  }

  @Override
  public void init(ProcessorContext<String, Object> context) {
    this.context = context;
    this.deadLetters = new DeadLetters(context, Nodes.INGEST, meters);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Origin origin = originOf(record);
    InputEvent event;
    try {
      Gate.checkHeaders(record.headers());
      event = admission.admit(origin);
    } catch (Rejection rejection) {
      deadLetters.send(record, origin, rejection.category(), rejection.detail());
      return;
    } catch (WireFormatException unreadable) {
      deadLetters.send(
          record, origin, Cause.UNREADABLE_BYTES, String.valueOf(unreadable.getMessage()));
      return;
    } catch (SchemaRegistryException registryAtFault) {
      throw registryAtFault; // the record may be good: the thread is replaced and it is read again
    } catch (RuntimeException failure) {
      deadLetters.send(record, origin, failure);
      return;
    }
    context.forward(
        new Record<>(event.accountId(), event, record.timestamp(), record.headers()), Nodes.ENRICH);
  }

  private Origin originOf(Record<byte[], byte[]> record) {
    RecordMetadata metadata =
        context
            .recordMetadata()
            .orElseThrow(() -> new IllegalStateException("a record without a place was read"));
    return new Origin(
        metadata.topic(),
        metadata.partition(),
        metadata.offset(),
        record.timestamp(),
        record.key(),
        record.value());
  }
}
