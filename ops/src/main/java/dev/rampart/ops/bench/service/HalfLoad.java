package dev.rampart.ops.bench.service;

import dev.rampart.ops.access.OneTimeToken;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityProducer;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.ops.community.Paced;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.StreamsTuning;
import dev.rampart.topology.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Two instances in this process, one stream thread each, fed at a steady rate, and callers who ask
 * one of them.
 */
public final class HalfLoad {
  private static final int PARTITIONS = 4;
  private static final long SEED = 3;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** Long enough for the compiler to be through with what calls and events run over and over. */
  private static final Duration WARM_UP = Duration.ofSeconds(25);

  private final SchemaRegistry registry;
  private final Topics topics;
  private final Consumer<String> notes;

  public HalfLoad(SchemaRegistry registry, Topics topics, Consumer<String> notes) {
    this.registry = registry;
    this.topics = topics;
    this.notes = notes;
  }

  /**
   * Measures.
   *
   * @param eventsPerSecond that are fed
   * @param rounds how often; medians are the result
   * @param round length of each
   */
  public List<Latency> run(int eventsPerSecond, int rounds, Duration round) throws Exception {
    OneTimeToken token = OneTimeToken.create("bench", Role.ADMIN);
    long seconds = START_LIMIT.plus(WARM_UP).plus(round.multipliedBy(rounds)).toSeconds();
    try (TemporaryFolder state = TemporaryFolder.create("rampart-bench-");
        EmbeddedBroker broker = EmbeddedBroker.start()) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
      createTopics(client);
      PipelineSettings settings =
          PipelineSettings.defaults(broker.bootstrap(), state.path())
              .with(StreamsTuning.defaults().withThreads(1));
      String id = settings.applicationId();
      try (Served one =
              Served.start(settings.as(id, state.path().resolve("one")), registry, token);
          Served two =
              Served.start(settings.as(id, state.path().resolve("two")), registry, token)) {
        one.instance().awaitRunning(START_LIMIT);
        two.instance().awaitRunning(START_LIMIT);
        CompletableFuture<Void> feeding =
            CompletableFuture.runAsync(() -> feed(client, eventsPerSecond, seconds));
        List<Latency> latencies = ask(one, two, token.text(), rounds, round);
        if (feeding.isCompletedExceptionally()) {
          feeding.join();
        }
        return latencies;
      }
    }
  }

  private List<Latency> ask(Served one, Served two, String token, int rounds, Duration round)
      throws Exception {
    notes.accept("warming up under load");
    Thread.sleep(WARM_UP.dividedBy(2).toMillis());
    Callers callers = new Callers(Questions.about(one, two, token));
    callers.run(WARM_UP.dividedBy(2), false);
    for (int number = 1; number <= rounds; number++) {
      notes.accept("calls, round " + number);
      callers.run(round, true);
    }
    return callers.latencies();
  }

  private void createTopics(Map<String, Object> client) {
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.create(TopicPlan.all(topics.prefix()), PARTITIONS, (short) 1);
    }
  }

  /** More events than are needed; what is left is not waited for. */
  private void feed(Map<String, Object> client, int perSecond, long seconds) {
    int events = Math.toIntExact(perSecond * seconds);
    Community community = new Community(new CommunitySettings(SEED, events, Instant.now()));
    try (CommunityProducer producer =
        new CommunityProducer(client, topics.messages().name(), topics.users().name(), registry)) {
      long unused = producer.write(new Paced<>(community, perSecond), written -> {});
    }
  }
}
