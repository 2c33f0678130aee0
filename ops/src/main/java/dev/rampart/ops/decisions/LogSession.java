package dev.rampart.ops.decisions;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.serde.AvroSerde;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One go at logging: from where the folder ends, until told to stop. Each decision becomes one row,
 * for a segment appears together with the positions at which it ends. Confined to one thread.
 */
final class LogSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogSession.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MEGABYTES = 256;

  private final LogFolder folder;
  private final SegmentWriter writer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Deserializer<Decision> decisions;
  private final MessageTexts texts;
  private final DecisionLogSettings settings;
  private final String source;
  private final Map<Integer, Long> next = new TreeMap<>();
  private long segmentStarted = System.nanoTime();

  private LogSession(
      LogFolder folder,
      SegmentWriter writer,
      LogSource source,
      String sourceId,
      DecisionLogSettings settings) {
    this.folder = folder;
    this.writer = writer;
    this.consumer = source.consumer();
    this.decisions = AvroSerde.of(Decision.class, source.registry(), source.topic()).deserializer();
    this.texts = settings.includeText() ? MessageTexts.open(source) : MessageTexts.none();
    this.settings = settings;
    this.source = sourceId;
  }

  static LogSession open(LogSource source, DecisionLogSettings settings, FeatureNames names)
      throws Exception {
    LogFolder folder = LogFolder.open(settings.directory());
    try {
      DuckDBConnection database = LogDatabase.open(1, MEGABYTES);
      Optional<LogPositions> known = folder.positions(database);
      SegmentWriter writer = new SegmentWriter(folder, database, names, Clock.systemUTC());
      LogSession session = new LogSession(folder, writer, source, source.id(), settings);
      session.seek(known);
      return session;
    } catch (Exception failure) {
      folder.close();
      throw failure;
    }
  }

  private void seek(Optional<LogPositions> known) {
    known.ifPresent(this::requireSameSource);
    Map<Integer, Long> kept = known.map(LogPositions::next).orElse(Map.of());
    Map<TopicPartition, Long> first = consumer.beginningOffsets(consumer.assignment());
    first.forEach((partition, beginning) -> seek(partition, beginning, kept));
  }

  private void seek(TopicPartition partition, long beginning, Map<Integer, Long> kept) {
    long position = kept.getOrDefault(partition.partition(), beginning);
    if (position < beginning) {
      LOG.warn(
          "decisions {} to {} of {} left the topic before they were logged",
          position,
          beginning - 1,
          partition);
    }
    consumer.seek(partition, Math.max(position, beginning));
    next.put(partition.partition(), Math.max(position, beginning));
  }

  private void requireSameSource(LogPositions known) {
    if (!known.source().equals(source)) {
      throw CommandFailure.wrongUsage(
          "%s: holds the log of another topic (found %s, the topic has %s); give each topic a folder"
              .formatted(settings.directory(), known.source(), source));
    }
  }

  /**
   * Logs until {@code stop}.
   *
   * @param toTheEnd whether, once stopped, all that is committed by then is still logged
   * @param onRow told of each row
   */
  void run(BooleanSupplier stop, BooleanSupplier toTheEnd, Runnable onRow)
      throws SQLException, IOException {
    while (!stop.getAsBoolean()) {
      poll(onRow);
    }
    if (toTheEnd.getAsBoolean()) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      while (ends.entrySet().stream().anyMatch(end -> isBefore(end.getKey(), end.getValue()))) {
        poll(onRow);
      }
    }
    flush();
  }

  private boolean isBefore(TopicPartition partition, long end) {
    return consumer.position(partition) < end;
  }

  private void poll(Runnable onRow) throws SQLException, IOException {
    Map<ConsumerRecord<byte[], byte[]>, Decision> batch = new HashMap<>();
    var records = consumer.poll(POLL);
    records.forEach(record -> batch.put(record, decode(record)));
    texts.prepare(batch.values());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      add(record, Objects.requireNonNull(batch.get(record)));
      onRow.run();
    }
    consumer
        .assignment()
        .forEach(partition -> next.put(partition.partition(), consumer.position(partition)));
    if (isDue()) {
      flush();
    }
  }

  private Decision decode(ConsumerRecord<byte[], byte[]> record) {
    @Nullable Decision decision = decisions.deserialize(record.topic(), record.value());
    return Objects.requireNonNull(decision, "a tombstone where none belongs");
  }

  private void add(ConsumerRecord<byte[], byte[]> record, Decision decision)
      throws SQLException, IOException {
    if (!writer.fits(decision) || writer.rows() >= settings.segmentRows()) {
      flush();
    }
    writer.add(decision, record.partition(), record.offset(), texts.of(decision.getSource()));
    next.put(record.partition(), record.offset() + 1);
  }

  private boolean isDue() {
    return writer.rows() >= settings.segmentRows()
        || System.nanoTime() - segmentStarted >= settings.segmentAge().toNanos();
  }

  private void flush() throws SQLException, IOException {
    writer.flush(source, next);
    int removed = folder.expire(settings.retention(), Clock.systemUTC().instant());
    if (removed > 0) {
      LOG.info("{} segments of the decision log passed their retention", removed);
    }
    segmentStarted = System.nanoTime();
  }

  @Override
  public void close() throws SQLException, IOException {
    try (folder;
        texts;
        consumer) {
      writer.close();
    }
  }
}
