package dev.rampart.ops.upgrade;

import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityProducer;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.ops.community.Paced;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.machine.Machine;
import dev.rampart.ops.pipeline.GroupProgress;
import dev.rampart.ops.pipeline.InputIndex;
import dev.rampart.ops.summary.OutcomeReader;
import dev.rampart.ops.summary.OutcomeTopics;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One rolling upgrade under load, from an empty cluster to the report. */
final class Rehearsal {
  private static final int INSTANCES = 2;
  private static final int PARTITIONS = 4;
  private static final long SEED = 42;
  private static final Duration IDLE_LIMIT = Duration.ofMinutes(2);
  private static final Duration REGISTRY_LIMIT = Duration.ofMinutes(1);

  private final Build from;
  private final int events;
  private final CommunitySettings community;
  private final int rate;
  private final Consumer<String> notes;
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final InputIndex index = new InputIndex();
  private final UpgradeWatch watch = new UpgradeWatch(topics.messages().name(), Changes.POLICY);
  private final List<Member> members = new ArrayList<>();

  Rehearsal(Build from, int events, int rate, Consumer<String> notes) {
    this.from = from;
    this.events = events;
    this.community = new CommunitySettings(SEED, events, Instant.now());
    this.rate = rate;
    this.notes = notes;
  }

  UpgradeReport run() throws Exception {
    ExecutorService others = Executors.newFixedThreadPool(2);
    try (TemporaryFolder folder = TemporaryFolder.create("rampart-upgrade-");
        EmbeddedBroker broker = EmbeddedBroker.start()) {
      return run(folder.path(), broker.bootstrap(), others);
    } finally {
      members.forEach(Member::close);
      others.shutdownNow();
      LaterMessages.end();
    }
  }

  private UpgradeReport run(Path folder, String bootstrap, ExecutorService others)
      throws Exception {
    Map<String, Object> client = Map.of("bootstrap.servers", bootstrap);
    createTopics(client);
    startMembers(folder, bootstrap);
    try (SchemaRegistry registry =
            KafkaSchemaRegistry.open(client, topics.schemas(), (short) 1, REGISTRY_LIMIT);
        OutcomeReader reader =
            new OutcomeReader(client, OutcomeTopics.under(topics.prefix()), registry, watch);
        GroupProgress progress =
            new GroupProgress(client, PipelineSettings.DEFAULT_APPLICATION_ID)) {
      Future<?> feeding = others.submit(() -> feed(client, registry));
      Future<List<Double>> rolling =
          others.submit(roll(folder, new Changes(client, topics, registry)));
      reader.readUntil(() -> feeding.isDone() && rolling.isDone(), IDLE_LIMIT);
      List<Double> replaced = rolling.get();
      feeding.get();
      boolean drained =
          reader.readUntil(() -> alive() && progress.hasReached(index.ends()), IDLE_LIMIT);
      return report(drained, replaced);
    }
  }

  private void startMembers(Path folder, String bootstrap)
      throws IOException, InterruptedException {
    notes.accept("starting %d instances of %s".formatted(INSTANCES, from.name()));
    for (int number = 1; number <= INSTANCES; number++) {
      members.add(new Member("instance-" + number, folder, bootstrap, from));
    }
    for (Member member : members) {
      member.awaitReady();
    }
  }

  /** Changes the policy and the schema at a fifth and two, then the instances one by one. */
  private Callable<List<Double>> roll(Path folder, Changes changes) {
    return () -> {
      awaitEvents(events / 5);
      notes.accept("a new version of the policy " + Changes.POLICY);
      changes.changePolicy(from.sources().policies(), halfOfTheEvents());
      awaitEvents(events * 3 / 10);
      notes.accept("messages with one field more");
      changes.changeSchema();
      awaitEvents(events * 4 / 10);
      Build to = Changes.withMoreFeatures(Build.ofThis(), folder);
      List<Double> replaced = new ArrayList<>();
      for (Member member : members) {
        replaced.add(Math.round(member.replace(to).toMillis() / 100.0) / 10.0);
        notes.accept("an instance is of this build, with one feature more in its catalogue");
      }
      return replaced;
    };
  }

  /** Event times are simulated. */
  private Instant halfOfTheEvents() {
    return community.end().minus(community.span().dividedBy(2));
  }

  private void awaitEvents(long written) throws InterruptedException {
    while (index.total() < written) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void feed(Map<String, Object> client, SchemaRegistry registry) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("interceptor.classes", LaterMessages.class.getName());
    try (CommunityProducer producer =
        new CommunityProducer(
            settings, topics.messages().name(), topics.users().name(), registry, index::written)) {
      producer.write(new Paced<>(new Community(community), rate), written -> {});
    }
  }

  private boolean alive() {
    members.forEach(Member::requireAlive);
    return true;
  }

  private UpgradeReport report(boolean drained, List<Double> replaced) {
    return new UpgradeReport(
        Machine.describe(),
        from.name(),
        index.total(),
        drained,
        watch.tally().findings(index.ends()),
        watch.deadLetters(),
        watch.byCatalogue(),
        watch.byPolicyVersion(),
        replaced,
        watch.longestPauseSeconds(),
        watch.latencyMillis(50),
        watch.latencyMillis(99));
  }

  private void createTopics(Map<String, Object> client) {
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.create(TopicPlan.all(topics.prefix()), PARTITIONS, (short) 1);
    }
  }
}
