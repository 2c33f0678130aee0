package dev.rampart.ops.pipeline;

import dev.rampart.schemas.Decision;
import dev.rampart.schemas.SourcePosition;
import dev.rampart.topology.deadletters.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * What was written to the input topics, so that every record of it can be accounted for: it has a
 * decision, or is a dead letter, or repeats the id of an event that has one of these; otherwise it
 * is missing.
 *
 * <p>About nine bytes a record. Safe for use by several threads.
 */
public final class InputIndex {
  private final Map<TopicPartition, Written> partitions = new HashMap<>();
  private long total;

  /** Notes a record that Kafka has acknowledged. */
  public synchronized void written(TopicPartition partition, long offset, String eventId) {
    of(partition).put(Math.toIntExact(offset), hash(eventId));
    total++;
  }

  /** Notes a decision. */
  public synchronized void decided(Decision decision) {
    SourcePosition source = decision.getSource();
    account(new TopicPartition(source.getTopic(), source.getPartition()), source.getOffset());
  }

  /** Notes a dead letter; one that names no place on an input topic is passed over. */
  public synchronized void deadLetter(ConsumerRecord<byte[], byte[]> letter) {
    Optional<String> topic = header(letter, DeadLetter.TOPIC);
    Optional<String> partition = header(letter, DeadLetter.PARTITION);
    Optional<String> offset = header(letter, DeadLetter.OFFSET);
    if (topic.isPresent() && partition.isPresent() && offset.isPresent()) {
      account(
          new TopicPartition(topic.get(), Integer.parseInt(partition.get())),
          Long.parseLong(offset.get()));
    }
  }

  /** Records written so far. */
  public synchronized long total() {
    return total;
  }

  /** Ends of the partitions: the offset after the last record that was written to each. */
  public synchronized Map<TopicPartition, Long> ends() {
    Map<TopicPartition, Long> ends = new HashMap<>();
    partitions.forEach((partition, written) -> ends.put(partition, (long) written.count));
    return ends;
  }

  /** Counts what became of the records. */
  public synchronized Account account() {
    Set<Long> accounted = new HashSet<>();
    partitions.values().forEach(written -> written.collectAccounted(accounted));
    long repeats = 0;
    long missing = 0;
    for (Written written : partitions.values()) {
      for (int at = written.accounted.nextClearBit(0);
          at < written.count;
          at = written.accounted.nextClearBit(at + 1)) {
        if (accounted.contains(written.ids[at])) {
          repeats++;
        } else {
          missing++;
        }
      }
    }
    return new Account(total, repeats, missing);
  }

  /**
   * What became of the records.
   *
   * @param total records written
   * @param repeats records without a decision that repeat the id of one that is accounted for
   * @param missing records of which nothing is known
   */
  public record Account(long total, long repeats, long missing) {}

  private void account(TopicPartition partition, long offset) {
    of(partition).accounted.set(Math.toIntExact(offset));
  }

  private Written of(TopicPartition partition) {
    return partitions.computeIfAbsent(partition, key -> new Written());
  }

  private static Optional<String> header(ConsumerRecord<byte[], byte[]> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    return header == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  /** 64 bits of an id; FNV-1a, finished as in MurmurHash3. */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int at = 0; at < id.length(); at++) {
      hash = (hash ^ id.charAt(at)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    return hash ^ (hash >>> 33);
  }

  /** One partition. */
  private static final class Written {
    private final BitSet accounted = new BitSet();
    private long[] ids = new long[1024];
    private int count;

    void put(int offset, long id) {
      if (offset >= ids.length) {
        ids = Arrays.copyOf(ids, Math.max(offset + 1, ids.length * 2));
      }
      ids[offset] = id;
      count = Math.max(count, offset + 1);
    }

    void collectAccounted(Set<Long> target) {
      for (int at = accounted.nextSetBit(0);
          at >= 0 && at < count;
          at = accounted.nextSetBit(at + 1)) {
        target.add(ids[at]);
      }
    }
  }
}
