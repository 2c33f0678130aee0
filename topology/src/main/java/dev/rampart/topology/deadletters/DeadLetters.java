package dev.rampart.topology.deadletters;

import dev.rampart.topology.event.Origin;
import dev.rampart.topology.topics.Nodes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sends a stage's dead letters to the topic, as ordinary output of the same transaction: aborted
 * and written again with it, so that each is there exactly once.
 *
 * <p>Confined to the stream thread of its task.
 */
public final class DeadLetters {
  private final ProcessorContext<?, Object> context;
  private final String stage;
  private final Map<Cause, Counter> counts = new EnumMap<>(Cause.class);

  /**
   * @param context context of the stage's processor; the node {@link Nodes#DEAD_LETTERS} must be
   *     its child
   * @param stage name of the stage's node
   * @param meters where {@code rampart.dead.letters} is counted, by stage and cause
   */
  public DeadLetters(ProcessorContext<?, Object> context, String stage, MeterRegistry meters) {
    this.context = context;
    this.stage = stage;
    for (Cause cause : Cause.values()) {
      counts.put(cause, counter(meters, cause));
    }
  }

  private Counter counter(MeterRegistry meters, Cause cause) {
    return Counter.builder("rampart.dead.letters")
        .description("Records sent to the dead letters, by the stage that refused them and why")
        .tag("stage", stage)
        .tag("cause", cause.spelling())
        .register(meters);
  }

  /** Sends a record that is itself at fault. */
  public void send(Record<?, ?> record, Origin origin, Cause cause, String detail) {
    send(record, new DeadLetter(origin, stage, cause, detail, null));
  }

  /** Sends a record on which the stage failed. */
  public void send(Record<?, ?> record, Origin origin, RuntimeException failure) {
    String detail = "the " + stage + " stage failed with " + failure.getClass().getName();
    send(record, new DeadLetter(origin, stage, Cause.PROCESSING_FAILED, detail, failure));
  }

  private void send(Record<?, ?> record, DeadLetter letter) {
    Record<byte @Nullable [], Object> out =
        new Record<>(
            Kept.ofKey(letter.origin().key()),
            valueOf(letter.origin()),
            record.timestamp(),
            Kept.ofHeaders(record.headers()));
    letter.describeIn(out.headers());
    Objects.requireNonNull(counts.get(letter.cause())).increment();
    forward(out);
  }

  @SuppressWarnings("NullAway") // a dead letter of a tombstone is a tombstone
  private static Object valueOf(Origin origin) {
    return Kept.ofValue(origin.value());
  }

  @SuppressWarnings("unchecked") // the child is a sink of bytes, whatever the stage's own key type
  private void forward(Record<byte @Nullable [], Object> out) {
    ((ProcessorContext<byte[], Object>) context).forward(out, Nodes.DEAD_LETTERS);
  }
}
