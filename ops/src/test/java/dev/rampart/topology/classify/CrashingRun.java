package dev.rampart.topology.classify;

import dev.rampart.schemas.MessageEvent;
import dev.rampart.topology.commit.CommitBarrier;
import dev.rampart.topology.enrich.Enriched;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.topics.Nodes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Numbers through the classifying stage on a real broker under exactly-once, while the stream
 * thread dies again and again with scores outstanding.
 */
final class CrashingRun {
  private static final int CRASH_EVERY = 700;

  private final String bootstrap;
  private final String name;
  private final Path state;
  private final Supplier<CommitBarrier> barriers;
  private final Set<Integer> crashed = ConcurrentHashMap.newKeySet();

  CrashingRun(String bootstrap, String name, Path state, Supplier<CommitBarrier> barriers) {
    this.bootstrap = bootstrap;
    this.name = name;
    this.state = state;
    this.barriers = barriers;
  }

  /** Sends the numbers from 0 on and returns what comes out committed, in order. */
  List<Integer> run(int count) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin
          .createTopics(
              List.of(new NewTopic(in(), 1, (short) 1), new NewTopic(out(), 1, (short) 1)))
          .all()
          .get();
      send(count);
      try (SlowScorer scorer = new SlowScorer();
          KafkaStreams streams = new KafkaStreams(topology(scorer), properties())) {
        streams.setUncaughtExceptionHandler(
            failure -> StreamThreadExceptionResponse.REPLACE_THREAD);
        streams.start();
        awaitCommitted(admin, count);
      }
      return read();
    }
  }

  int crashes() {
    return crashed.size();
  }

  private Topology topology(SlowScorer scorer) {
    ProcessorSupplier<String, Enriched, String, Classified> classify =
        new ClassifySupplier(
            () ->
                new Classify(
                    scorer,
                    new ClassifyLimits(5_000, Duration.ofSeconds(3), Duration.ofMillis(5)),
                    new SimpleMeterRegistry()),
            () -> new BarrierBuilder(barriers));
    return new Topology()
        .addSource("source", in())
        .addProcessor("crash", Crash::new, "source")
        .addProcessor(Nodes.CLASSIFY, classify, "crash")
        .addProcessor("unwrap", Unwrap::new, Nodes.CLASSIFY)
        .addSink("sink", out(), "unwrap");
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

  private List<Integer> read() {
    List<Integer> numbers = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(out(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> numbers.add(Integer.parseInt(record.value())));
      }
    }
    return numbers;
  }

  private String in() {
    return name + "-in";
  }

  private String out() {
    return name + "-out";
  }

  /** Makes a message of a number, and dies once at each of some numbers. */
  private final class Crash implements Processor<String, String, String, Enriched> {
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    private ProcessorContext<String, Enriched> context;

    @Override
    public void init(ProcessorContext<String, Enriched> context) {
      this.context = context;
    }

    @Override
    public void process(Record<String, String> record) {
      int number = Integer.parseInt(record.value());
      if (number % CRASH_EVERY == CRASH_EVERY - 1 && crashed.add(number)) {
        throw new IllegalStateException("crash at " + number);
      }
      MessageEvent message =
          MessageEvent.newBuilder()
              .setMessageId(record.value())
              .setAuthorId(record.key())
              .setContent(record.value())
              .setSentAt(Instant.EPOCH)
              .build();
      Origin origin = new Origin(in(), 0, 0, 0, null, null);
      context.forward(
          record.withValue(new Enriched(new MessageInput(message, origin), new double[0])));
    }
  }

  private static final class Unwrap implements Processor<String, Classified, String, String> {
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    private ProcessorContext<String, String> context;

    @Override
    public void init(ProcessorContext<String, String> context) {
      this.context = context;
    }

    @Override
    public void process(Record<String, Classified> record) {
      context.forward(record.withValue(record.value().enriched().event().eventId()));
    }
  }
}
