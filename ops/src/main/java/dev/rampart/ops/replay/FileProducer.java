package dev.rampart.ops.replay;

import dev.rampart.ops.community.CommunityProducer.Acknowledged;
import dev.rampart.schemas.Finding;
import dev.rampart.schemas.json.EventLine;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.topology.deadletters.Cause;
import dev.rampart.topology.deadletters.DeadLetter;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.topics.Topic;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of an event file to the input topics, and lines that are no event to the dead
 * letters. What an earlier run found goes in between, after the event of the account that it came
 * after then.
 *
 * <p>Record times are the time of writing, made so that the times of two records of different
 * topics tell which line came first: Kafka Streams merges its inputs by them. Confined to one
 * thread.
 */
final class FileProducer implements AutoCloseable {
  private static final int LARGEST_RECORD = 8 << 20;
  private static final int LARGEST_VALUE = LARGEST_RECORD - (64 << 10);
  private static final int KEPT_OF_TOO_LARGE = 1 << 20;

  private final KafkaProducer<String, byte[]> producer;
  private final Topics topics;
  private final String fileName;
  private final EarlierRun earlier;
  private final Acknowledged acknowledged;
  private final Map<String, AvroSerde<? extends SpecificRecord>> serdes = new HashMap<>();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private String lastTopic = "";
  private long lastTime;

  FileProducer(
      Map<String, Object> client,
      Topics topics,
      SchemaRegistry registry,
      Path file,
      EarlierRun earlier,
      Acknowledged acknowledged) {
    this.producer =
        new KafkaProducer<>(settings(client), new StringSerializer(), new ByteArraySerializer());
    this.topics = topics;
    this.fileName = String.valueOf(file.getFileName());
    this.earlier = earlier;
    this.acknowledged = acknowledged;
    addSerde(topics.messages(), registry);
    addSerde(topics.users(), registry);
    addSerde(topics.feedback(), registry);
    addSerde(topics.findings(), registry);
  }

  /**
   * Writes all lines and returns when Kafka has acknowledged them.
   *
   * @return number of lines that became dead letters here
   * @throws IOException when the file cannot be read or Kafka refuses a record
   */
  long writeAll(EventFile file) throws IOException {
    long broken = 0;
    for (Optional<FileLine> line = file.next(); line.isPresent(); line = file.next()) {
      broken += write(line.get()) ? 0 : 1;
      throwIfFailed();
    }
    producer.flush();
    throwIfFailed();
    return broken;
  }

  /** False when the line became a dead letter. */
  private boolean write(FileLine line) {
    if (line instanceof FileLine.Broken broken) {
      bury(line.number(), Cause.MALFORMED_LINE, broken.problem(), broken.original());
      return false;
    }
    EventLine event = ((FileLine.Event) line).event();
    String topic = topicOf(event);
    byte[] value = serialise(topic, event.event());
    if (value.length > LARGEST_VALUE) {
      bury(
          line.number(),
          Cause.TOO_LARGE,
          "the event has %d bytes, allowed are %d".formatted(value.length, LARGEST_VALUE),
          value);
      return false;
    }
    send(topic, event, value);
    earlier.takeFoundAfter(event.id()).forEach(this::send);
    return true;
  }

  /** What an earlier run found later comes when it came then; it is not of the file. */
  private void send(Finding finding) {
    String topic = topics.findings().name();
    var unused =
        producer.send(
            new ProducerRecord<>(
                topic, null, timeFor(topic), finding.getAccountId(), serialise(topic, finding)),
            (metadata, refused) -> note(refused));
  }

  private void send(String topic, EventLine event, byte[] value) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, null, timeFor(topic), event.key(), value);
    String id = event.id();
    var unused =
        producer.send(
            record,
            (metadata, refused) -> {
              if (refused != null) {
                failure.compareAndSet(null, refused);
              } else {
                acknowledged.record(
                    new TopicPartition(metadata.topic(), metadata.partition()),
                    metadata.offset(),
                    id);
              }
            });
  }

  /** Never decreases, and increases whenever the topic changes. */
  private long timeFor(String topic) {
    long earliest = topic.equals(lastTopic) ? lastTime : lastTime + 1;
    lastTopic = topic;
    lastTime = Math.max(earliest, System.currentTimeMillis());
    return lastTime;
  }

  private void bury(long line, Cause cause, String problem, byte[] original) {
    byte[] kept =
        original.length > LARGEST_VALUE ? Arrays.copyOf(original, KEPT_OF_TOO_LARGE) : original;
    Origin origin = new Origin(fileName, 0, line, System.currentTimeMillis(), null, kept);
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(topics.deadLetters(), null, null, kept);
    new DeadLetter(origin, "replay", cause, "line " + line + ": " + problem, null)
        .describeIn(letter.headers());
    letter.headers().add("rampart.line", Long.toString(line).getBytes(StandardCharsets.UTF_8));
    var unused = producer.send(letter, (metadata, refused) -> note(refused));
  }

  private void note(@Nullable Exception refused) {
    if (refused != null) {
      failure.compareAndSet(null, refused);
    }
  }

  private void throwIfFailed() throws IOException {
    Exception refused = failure.get();
    if (refused != null) {
      throw new IOException("Kafka refused a record: " + refused.getMessage(), refused);
    }
  }

  private String topicOf(EventLine event) {
    if (event instanceof EventLine.Message) {
      return topics.messages().name();
    }
    return event instanceof EventLine.User ? topics.users().name() : topics.feedback().name();
  }

  @SuppressWarnings("unchecked") // the topic was chosen by the record's type
  private byte[] serialise(String topic, SpecificRecord record) {
    AvroSerde<SpecificRecord> serde = (AvroSerde<SpecificRecord>) serdes.get(topic);
    return java.util.Objects.requireNonNull(
        java.util.Objects.requireNonNull(serde).serializer().serialize(topic, record));
  }

  private <V extends SpecificRecord> void addSerde(Topic<V> topic, SchemaRegistry registry) {
    serdes.put(topic.name(), AvroSerde.of(topic.value(), registry, topic.schemaSubject()));
  }

  @Override
  public void close() {
    producer.close();
  }

  private static Map<String, Object> settings(Map<String, Object> client) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("linger.ms", 10);
    settings.put("batch.size", 128 << 10);
    settings.put("compression.type", "lz4");
    settings.put("max.request.size", LARGEST_RECORD);
    settings.put("buffer.memory", 64L << 20);
    return settings;
  }
}
