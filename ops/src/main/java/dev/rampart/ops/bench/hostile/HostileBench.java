package dev.rampart.ops.bench.hostile;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.machine.Machine;
import dev.rampart.ops.machine.Memory;
import dev.rampart.ops.pipeline.LoadedParts;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.summary.OutcomeReader;
import dev.rampart.ops.summary.OutcomeTopics;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.Pipeline;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Runs the attacks one after the other on one pipeline with its shipped settings. */
public final class HostileBench {
  private static final int PARTITIONS = 4;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration IDLE_LIMIT = Duration.ofSeconds(30);
  private static final int STEPS = 5;

  private final Duration length;
  private final int accounts;
  private final Consumer<String> notes;
  private final SchemaRegistry registry = new InMemorySchemaRegistry();
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final Neighbours neighbours = new Neighbours(partitionOf(Attack.AUTHOR));
  private long missing;

  /**
   * @param length of each attack
   * @param accounts that write their first message in the end
   * @param notes told what is going on
   */
  public HostileBench(Duration length, int accounts, Consumer<String> notes) {
    this.length = length;
    this.accounts = accounts;
    this.notes = notes;
  }

  /** Runs all. */
  public HostileTable run() throws Exception {
    try (TemporaryFolder state = TemporaryFolder.create("rampart-hostile-");
        EmbeddedBroker broker = EmbeddedBroker.start()) {
      createTopics(broker.bootstrap());
      PipelineSettings settings = PipelineSettings.defaults(broker.bootstrap(), state.path());
      SimpleMeterRegistry meters = new SimpleMeterRegistry();
      try (LoadedParts parts = LoadedParts.load(Sources.shipped(), registry, meters);
          Pipeline pipeline = new Pipeline(settings, parts.parts());
          Crowd crowd = new Crowd(broker.bootstrap(), topics.messages(), registry);
          OutcomeReader reader = reader(broker.bootstrap())) {
        start(pipeline);
        return table(crowd, reader);
      }
    }
  }

  private HostileTable table(Crowd crowd, OutcomeReader reader) throws Exception {
    Attack nobody = Attack.ALL.get(0);
    follow(crowd, reader, () -> crowd.write(nobody, WARM_UP));
    List<HostileTable.Row> rows = new ArrayList<>();
    for (Attack attack : Attack.ALL) {
      notes.accept("attack: " + attack.name());
      follow(crowd, reader, () -> crowd.write(attack, length));
      rows.add(
          new HostileTable.Row(
              attack.name(),
              neighbours.elsewhere(),
              neighbours.beside(),
              neighbours.attacker(),
              neighbours.letters()));
    }
    return new HostileTable(Machine.describe(), rows, crowds(crowd, reader), missing);
  }

  private List<HostileTable.Crowded> crowds(Crowd crowd, OutcomeReader reader) throws Exception {
    List<HostileTable.Crowded> rows = new ArrayList<>();
    rows.add(new HostileTable.Crowded(0, 0, Memory.heapAfterCollection(), Memory.resident()));
    int part = accounts / STEPS;
    for (int step = 1; step <= STEPS; step++) {
      long start = System.nanoTime();
      follow(crowd, reader, () -> crowd.writeOnceEach(part));
      double perSecond = part * 1e9 / (System.nanoTime() - start);
      notes.accept("%,d accounts".formatted(part * step));
      rows.add(
          new HostileTable.Crowded(
              part * step, perSecond, Memory.heapAfterCollection(), Memory.resident()));
    }
    return rows;
  }

  /** Reads while somebody writes, until all of it is accounted for. */
  private void follow(Crowd crowd, OutcomeReader reader, Runnable writing) throws Exception {
    neighbours.clear();
    long before = crowd.written();
    CompletableFuture<Void> done = CompletableFuture.runAsync(writing);
    reader.readUntil(
        () -> done.isDone() && neighbours.accounted() >= crowd.written() - before, IDLE_LIMIT);
    done.get();
    missing += crowd.written() - before - neighbours.accounted();
  }

  private void start(Pipeline pipeline) throws InterruptedException {
    notes.accept("starting the pipeline");
    pipeline.start();
    if (!pipeline.awaitRunning(Duration.ofMinutes(1))) {
      throw CommandFailure.failed("the pipeline did not start");
    }
  }

  private OutcomeReader reader(String bootstrap) {
    return new OutcomeReader(
        Map.of("bootstrap.servers", bootstrap),
        OutcomeTopics.under(topics.prefix()),
        registry,
        neighbours);
  }

  private void createTopics(String bootstrap) {
    try (Cluster cluster = Cluster.connect(Map.of("bootstrap.servers", bootstrap))) {
      cluster.create(TopicPlan.all(topics.prefix()), PARTITIONS, (short) 1);
    }
  }

  private static int partitionOf(String account) {
    return BuiltInPartitioner.partitionForKey(account.getBytes(StandardCharsets.UTF_8), PARTITIONS);
  }
}
