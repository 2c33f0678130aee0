package dev.rampart.ops.deadletters;

import dev.rampart.topology.deadletters.DeadLetter;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter without its bytes.
 *
 * @param stage node of the topology that refused it
 * @param cause category, {@code in-the-future} for instance
 * @param detail what was found and what is allowed
 * @param topic that it was read from
 * @param size bytes of its value
 * @param at time of the record on the dead-letter topic
 * @param redriven whether it was sent again
 * @param redrivenFrom dead letter that it was before it was sent again; null for a first failure
 */
public record Letter(
    int partition,
    long offset,
    String stage,
    String cause,
    String detail,
    String topic,
    int sourcePartition,
    long sourceOffset,
    int size,
    Instant at,
    boolean redriven,
    @Nullable String redrivenFrom) {
  private static final String UNKNOWN = "unknown";

  static Letter of(ConsumerRecord<byte[], byte[]> record) {
    Headers headers = record.headers();
    byte[] value = record.value();
    return new Letter(
        record.partition(),
        record.offset(),
        text(headers, DeadLetter.STAGE),
        text(headers, DeadLetter.CAUSE),
        text(headers, DeadLetter.DETAIL),
        text(headers, DeadLetter.TOPIC),
        (int) LetterHeaders.number(headers, DeadLetter.PARTITION),
        LetterHeaders.number(headers, DeadLetter.OFFSET),
        value == null ? 0 : value.length,
        Instant.ofEpochMilli(record.timestamp()),
        false,
        LetterHeaders.text(headers, LetterHeaders.REDRIVEN_FROM).orElse(null));
  }

  private static String text(Headers headers, String name) {
    return LetterHeaders.text(headers, name).orElse(UNKNOWN).intern();
  }

  LetterPlace place() {
    return new LetterPlace(partition, offset);
  }

  Letter sentAgain() {
    return new Letter(
        partition,
        offset,
        stage,
        cause,
        detail,
        topic,
        sourcePartition,
        sourceOffset,
        size,
        at,
        true,
        redrivenFrom);
  }
}
