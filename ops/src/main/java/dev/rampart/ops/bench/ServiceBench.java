package dev.rampart.ops.bench;

import dev.rampart.ops.access.OneTimeToken;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.bench.ThreadTimes.Part;
import dev.rampart.ops.bench.service.HalfLoad;
import dev.rampart.ops.bench.service.Latency;
import dev.rampart.ops.bench.service.OpenConsole;
import dev.rampart.ops.bench.service.Served;
import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityProducer;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.machine.Machine;
import dev.rampart.ops.pipeline.GroupProgress;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * An instance with and without its service, in turns, over the same messages; then calls to two
 * instances at half of the speed that came out.
 */
final class ServiceBench {
  private static final int PARTITIONS = 4;
  private static final long SEED = 2;
  private static final Duration ROUND = Duration.ofSeconds(15);
  private static final Duration SHORT_ROUND = Duration.ofSeconds(2);

  private final int events;
  private final int rounds;
  private final boolean quick;
  private final Duration limit;
  private final Consumer<String> notes;
  private final SchemaRegistry registry = new InMemorySchemaRegistry();
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final OneTimeToken token = OneTimeToken.create("bench", Role.ADMIN);
  private final List<Pace> alone = new ArrayList<>();
  private final List<Pace> served = new ArrayList<>();

  /**
   * @param events messages that are there for each side
   * @param limit after which a side is stopped
   */
  ServiceBench(int events, int rounds, boolean quick, Duration limit, Consumer<String> notes) {
    this.events = events;
    this.rounds = rounds;
    this.quick = quick;
    this.limit = limit;
    this.notes = notes;
  }

  ServiceTable run() throws Exception {
    compare();
    int half = (int) (median(served, Pace::eventsPerSecond) / 2);
    List<Latency> calls =
        new HalfLoad(registry, topics, notes).run(half, rounds, quick ? SHORT_ROUND : ROUND);
    return table(half, calls);
  }

  private void compare() throws Exception {
    try (TemporaryFolder state = TemporaryFolder.create("rampart-bench-");
        EmbeddedBroker broker = EmbeddedBroker.start()) {
      long messages = prepare(Map.of("bootstrap.servers", broker.bootstrap()));
      PipelineSettings settings = PipelineSettings.defaults(broker.bootstrap(), state.path());
      notes.accept("warming up");
      Pace unused = serve(settings, "warm-up", messages);
      for (int round = 1; round <= rounds; round++) {
        alone.add(noted("without the service", run(settings, "alone-" + round, messages)));
        served.add(noted("with the service", serve(settings, "served-" + round, messages)));
      }
    }
  }

  private Pace noted(String side, Pace pace) {
    notes.accept(
        "%s: %,.0f events/s, %.1f core µs an event"
            .formatted(side, pace.eventsPerSecond(), pace.totalMicros()));
    return pace;
  }

  private long prepare(Map<String, Object> client) {
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.create(TopicPlan.all(topics.prefix()), PARTITIONS, (short) 1);
    }
    Community community = new Community(new CommunitySettings(SEED, events, Instant.now()));
    String name = topics.messages().name();
    AtomicLong messages = new AtomicLong();
    try (CommunityProducer producer =
        new CommunityProducer(
            client,
            name,
            topics.users().name(),
            registry,
            (partition, offset, id) ->
                messages.addAndGet(partition.topic().equals(name) ? 1 : 0))) {
      long unused = producer.write(community, written -> {});
    }
    return messages.get();
  }

  private Pace run(PipelineSettings base, String id, long messages) throws Exception {
    PipelineSettings settings = own(base, id);
    try (Instance instance =
        Instance.start(
            settings, Sources.shipped(), registry, new SimpleMeterRegistry(), () -> {})) {
      return watch(settings, id, messages);
    }
  }

  private Pace serve(PipelineSettings base, String id, long messages) throws Exception {
    PipelineSettings settings = own(base, id);
    try (Served instance = Served.start(settings, registry, token);
        OpenConsole console = new OpenConsole(instance.address(), token.text())) {
      return watch(settings, id, messages);
    }
  }

  /** What the pipeline writes to itself would be read again by the next side. */
  private PipelineSettings own(PipelineSettings base, String id) {
    try (Cluster cluster = Cluster.connect(base.kafka())) {
      cluster.empty(List.of(topics.sightings(), topics.findings().name()));
    }
    return base.as(id, base.stateDirectory().resolve(id));
  }

  private Pace watch(PipelineSettings settings, String id, long messages)
      throws InterruptedException {
    try (GroupProgress group = new GroupProgress(settings.kafka(), id)) {
      Progress progress = new Progress(group, topics.messages().name(), messages);
      progress.watch(limit);
      return progress.pace();
    }
  }

  private ServiceTable table(int half, List<Latency> calls) {
    double[] costs =
        IntStream.range(0, rounds)
            .mapToDouble(i -> 1 - served.get(i).eventsPerSecond() / alone.get(i).eventsPerSecond())
            .sorted()
            .toArray();
    return new ServiceTable(
        Machine.describe(),
        events,
        rounds,
        median(alone, Pace::eventsPerSecond),
        median(served, Pace::eventsPerSecond),
        costs[costs.length / 2],
        median(alone, pace -> pace.micros(Part.STREAM)),
        median(served, pace -> pace.micros(Part.STREAM)),
        median(alone, Pace::totalMicros),
        median(served, Pace::totalMicros),
        half,
        calls);
  }

  private static double median(List<Pace> paces, ToDoubleFunction<Pace> figure) {
    double[] sorted = paces.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
