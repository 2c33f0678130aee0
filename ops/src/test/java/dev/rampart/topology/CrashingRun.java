package dev.rampart.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Numbers through a stage on a real broker under exactly-once, while the stream thread dies again
 * and again with work outstanding.
 */
public final class CrashingRun {
  private static final int CRASH_EVERY = 700;

  private final String bootstrap;
  private final String name;
  private final Path state;
  private final Stage stage;
  private final Set<Integer> crashed = ConcurrentHashMap.newKeySet();

  /** What is tried. */
  @FunctionalInterface
  public interface Stage {
    /**
     * Adds the stage to a topology.
     *
     * @param from node that forwards the numbers as texts
     * @param to topic of one partition that the results go to
     */
    void addTo(Topology flow, String from, String to);
  }

  /**
   * @param name of the application and what its topics begin with
   * @param state folder of its stores
   */
  public CrashingRun(String bootstrap, String name, Path state, Stage stage) {
    this.bootstrap = bootstrap;
    this.name = name;
    this.state = state;
    this.stage = stage;
  }

  /** Sends the numbers from 0 on and returns the values that come out committed, in order. */
  public List<byte[]> run(int count) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin
          .createTopics(
              List.of(new NewTopic(in(), 1, (short) 1), new NewTopic(out(), 1, (short) 1)))
          .all()
          .get();
      send(count);
      try (KafkaStreams streams = new KafkaStreams(topology(), properties())) {
        streams.setUncaughtExceptionHandler(
            failure -> StreamThreadExceptionResponse.REPLACE_THREAD);
        streams.start();
        awaitCommitted(admin, count);
      }
      return read();
    }
  }

  /** How often the stream thread has died. */
  public int crashes() {
    return crashed.size();
  }

  private Topology topology() {
    Topology flow =
        new Topology().addSource("source", in()).addProcessor("crash", Crash::new, "source");
    stage.addTo(flow, "crash", out());
    return flow;
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "streams");
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 10);
    properties.put(StreamsConfig.POLL_MS_CONFIG, 5);
    properties.put(StreamsConfig.consumerPrefix("max.poll.records"), 100);
    properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    return properties;
  }

  private void send(int count) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringSerializer(),
            new StringSerializer())) {
      for (int i = 0; i < count; i++) {
        var unused = producer.send(new ProducerRecord<>(in(), "author", Integer.toString(i)));
      }
      producer.flush();
    }
  }

  private void awaitCommitted(Admin admin, int count) throws Exception {
    Instant limit = Instant.now().plusSeconds(60);
    TopicPartition partition = new TopicPartition(in(), 0);
    while (Instant.now().isBefore(limit)) {
      var offsets = admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata();
      var committed = offsets.get().get(partition);
      if (committed != null && committed.offset() >= count) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the run did not finish");
  }

  private List<byte[]> read() {
    List<byte[]> values = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(out(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  private String in() {
    return name + "-in";
  }

  private String out() {
    return name + "-out";
  }

  /** Hands on a number, slowly enough for commits in between, and dies once at each of some. */
  private final class Crash implements Processor<String, String, String, String> {
    private static final long PAUSE_NANOS = 20_000;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    private ProcessorContext<String, String> context;

    @Override
    public void init(ProcessorContext<String, String> context) {
      this.context = context;
    }

    @Override
    public void process(Record<String, String> record) {
      int number = Integer.parseInt(record.value());
      if (number % CRASH_EVERY == CRASH_EVERY - 1 && crashed.add(number)) {
        throw new IllegalStateException("crash at " + number);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      context.forward(record);
    }
  }
}
