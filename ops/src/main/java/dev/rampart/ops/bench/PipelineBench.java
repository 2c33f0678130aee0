package dev.rampart.ops.bench;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityEvent;
import dev.rampart.ops.community.CommunityProducer;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.machine.Machine;
import dev.rampart.ops.pipeline.GroupProgress;
import dev.rampart.ops.pipeline.LoadedParts;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.Pipeline;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.StreamsTuning;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Runs the sides in turn, round after round, on one embedded broker: each reads all messages of the
 * same topic from its beginning under an application id of its own.
 */
final class PipelineBench {
  private static final int WARM_UP = 0;
  private static final int PARTITIONS = 4;
  private static final long SEED = 1;

  /** All threads join before the first assignment: none works ahead alone while others join. */
  private static final Map<String, String> JOIN_TOGETHER =
      Map.of("group.streams.initial.rebalance.delay.ms", "3000");

  private final BenchPlan plan;
  private final Sources sources;
  private final Consumer<String> notes;
  private final Runnable warm;
  private final SchemaRegistry registry = new InMemorySchemaRegistry();
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final Map<Side, List<Pace>> paces = new LinkedHashMap<>();
  private double missingScores;

  /**
   * @param plan how much is measured
   * @param sources of models, policies and catalogue
   * @param notes told what is going on
   */
  PipelineBench(BenchPlan plan, Sources sources, Consumer<String> notes) {
    this(plan, sources, notes, () -> {});
  }

  /**
   * @param plan how much is measured
   * @param sources of models, policies and catalogue
   * @param notes told what is going on
   * @param warm done when all sides have run once, before the first round
   */
  PipelineBench(BenchPlan plan, Sources sources, Consumer<String> notes, Runnable warm) {
    this.plan = plan;
    this.sources = sources;
    this.notes = notes;
    this.warm = warm;
  }

  BenchTable run() throws IOException, InterruptedException {
    try (TemporaryFolder state = TemporaryFolder.create("rampart-bench-");
        EmbeddedBroker broker = EmbeddedBroker.start(JOIN_TOGETHER)) {
      long messages = prepare(broker.bootstrap());
      PipelineSettings settings =
          PipelineSettings.defaults(broker.bootstrap(), state.path())
              .with(
                  StreamsTuning.defaults()
                      .withThreads(plan.threads())
                      .withCommitInterval(plan.commitInterval()));
      notes.accept("warming up");
      for (Side side : plan.sides()) {
        measure(settings, side, WARM_UP, messages);
      }
      warm.run();
      for (int round = 1; round <= plan.rounds(); round++) {
        for (Side side : plan.sides()) {
          Pace pace = measure(settings, side, round, messages);
          notes.accept(
              "round %d: %s: %,.0f events/s, %.1f core µs an event"
                  .formatted(round, side.name(), pace.eventsPerSecond(), pace.totalMicros()));
          paces.computeIfAbsent(side, key -> new ArrayList<>()).add(pace);
        }
      }
    }
    return table();
  }

  private long prepare(String bootstrap) {
    Map<String, Object> client = Map.of("bootstrap.servers", bootstrap);
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.create(TopicPlan.all(topics.prefix()), PARTITIONS, (short) 1);
    }
    notes.accept("writing %,d messages".formatted(plan.events()));
    Community community =
        new Community(new CommunitySettings(SEED, plan.events() * 5 / 4, Instant.now()));
    try (CommunityProducer producer =
        new CommunityProducer(client, topics.messages().name(), topics.users().name(), registry)) {
      return producer.write(new Messages(community, plan.events()), written -> {});
    }
  }

  private Pace measure(PipelineSettings base, Side side, int round, long messages)
      throws InterruptedException {
    String id = "bench-" + side.letter() + "-" + round;
    PipelineSettings settings = base.as(id, base.stateDirectory().resolve(id));
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    forgetOwnRecords(base.kafka());
    try (LoadedParts parts = LoadedParts.load(sources, registry, meters);
        Pipeline pipeline = new Pipeline(settings, side.build().topology(settings, parts), meters);
        GroupProgress group = new GroupProgress(settings.kafka(), id)) {
      pipeline.start();
      Progress progress = new Progress(group, topics.messages().name(), messages);
      progress.watch(plan.limit());
      missingScores += missing(meters);
      return progress.pace();
    }
  }

  /** Scores that models were asked for in all rounds and did not give. */
  double missingScores() {
    return missingScores;
  }

  private static double missing(MeterRegistry meters) {
    return meters.find("rampart.scores.missing").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  /** What the pipeline writes to itself would be read again by the next side. */
  private void forgetOwnRecords(Map<String, String> client) {
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.empty(List.of(topics.sightings(), topics.findings().name()));
    }
  }

  private BenchTable table() {
    double first = median(plan.sides().get(0), Pace::eventsPerSecond);
    return new BenchTable(
        Machine.describe(),
        plan.events(),
        plan.rounds(),
        plan.threads(),
        plan.sides().stream().map(side -> row(side, first)).toList());
  }

  private BenchTable.Row row(Side side, double first) {
    double rate = median(side, Pace::eventsPerSecond);
    return new BenchTable.Row(
        "(%s) %s".formatted(side.letter(), side.name()),
        rate,
        rate / first,
        median(side, Pace::totalMicros),
        micros(side));
  }

  private Map<String, Double> micros(Side side) {
    Map<String, Double> micros = new LinkedHashMap<>();
    for (ThreadTimes.Part part : ThreadTimes.Part.values()) {
      micros.put(part.label(), median(side, pace -> pace.micros(part)));
    }
    return micros;
  }

  private double median(Side side, ToDoubleFunction<Pace> figure) {
    double[] sorted =
        Objects.requireNonNull(paces.get(side)).stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The messages among the events of a community, up to a number. */
  private static final class Messages implements Iterator<CommunityEvent> {
    private final Iterator<CommunityEvent> events;
    private int left;

    Messages(Iterator<CommunityEvent> events, int count) {
      this.events = events;
      this.left = count;
    }

    @Override
    public boolean hasNext() {
      return left > 0 && events.hasNext();
    }

    @Override
    public CommunityEvent next() {
      while (events.hasNext()) {
        if (events.next() instanceof CommunityEvent.Message message) {
          left--;
          return message;
        }
      }
      throw new NoSuchElementException("the community wrote too few messages");
    }
  }
}
