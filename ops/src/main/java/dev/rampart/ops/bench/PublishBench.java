package dev.rampart.ops.bench;

import dev.rampart.actions.lifecycle.PolicyText;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.machine.Machine;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.policies.PolicyDesk;
import dev.rampart.ops.policies.PolicyTopics;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How long it takes from publishing a version until every instance decides with it: from the call
 * to the moment at which a committed decision of each of the partitions names it. Two instances of
 * the whole pipeline, a trickle of events, an embedded broker, one process.
 */
final class PublishBench {
  private static final int INSTANCES = 2;
  private static final int PARTITIONS = 4;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Signature BY = new Signature("bench", "", "to see how long it takes");

  private final int publications;
  private final Consumer<String> notes;

  /**
   * @param publications how often a version is published, the first two not counted
   */
  PublishBench(int publications, Consumer<String> notes) {
    this.publications = publications;
    this.notes = notes;
  }

  /**
   * The figures.
   *
   * @param machine what it ran on
   * @param millis of the publications, in their order
   */
  record Table(String machine, int instances, List<Long> millis, long median, long greatest) {
    String text() {
      return String.format(
          Locale.ROOT,
          "%s%npublished to decided with on %d instances: median %d ms, greatest %d ms of %d, aim 1000 ms",
          machine,
          instances,
          median,
          greatest,
          millis.size());
    }
  }

  Table run() throws Exception {
    Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    try (TemporaryFolder folder = TemporaryFolder.create("rampart-bench-");
        EmbeddedBroker broker = EmbeddedBroker.start()) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
      try (Cluster cluster = Cluster.connect(client)) {
        cluster.create(TopicPlan.all(topics.prefix()), PARTITIONS, (short) 1);
      }
      try (SchemaRegistry registry =
          KafkaSchemaRegistry.open(client, topics.schemas(), (short) 1, START_LIMIT)) {
        return table(withInstances(client, broker.bootstrap(), topics, registry, folder.path()));
      }
    }
  }

  private List<Long> withInstances(
      Map<String, Object> client,
      String bootstrap,
      Topics topics,
      SchemaRegistry registry,
      Path folder)
      throws Exception {
    List<Instance> instances = new ArrayList<>();
    try {
      for (int i = 0; i < INSTANCES; i++) {
        PipelineSettings settings =
            PipelineSettings.defaults(bootstrap, folder.resolve("instance-" + i));
        instances.add(
            Instance.start(
                settings, Sources.shipped(), registry, new SimpleMeterRegistry(), () -> {}));
      }
      for (Instance instance : instances) {
        instance.awaitRunning(START_LIMIT);
      }
      try (PolicyTopics policies = new PolicyTopics(client, topics, registry);
          VersionWatch watch = new VersionWatch(client, topics, registry, PARTITIONS)) {
        return publish(new PolicyDesk(policies, Clock.systemUTC()), watch);
      }
    } finally {
      instances.forEach(Instance::close);
    }
  }

  private List<Long> publish(PolicyDesk desk, VersionWatch watch) throws Exception {
    List<Long> millis = new ArrayList<>();
    int warmUps = 2;
    for (int version = 1; version <= warmUps + publications; version++) {
      long start = System.nanoTime();
      var unused = desk.publish(text(version), PolicyState.LIVE, 0, Duration.ZERO, BY);
      watch.awaitEverywhere(version);
      long taken = (System.nanoTime() - start) / 1_000_000;
      notes.accept("version %d: %d ms".formatted(version, taken));
      if (version > warmUps) {
        millis.add(taken);
      }
    }
    return millis;
  }

  private static PolicyText text(int version) {
    String yaml =
        "policy: %s%nversion: %d%nstate: live%nrules:%n  - {id: long, when: event.content_length > 1000000}%n"
            .formatted(VersionWatch.POLICY, version);
    return new PolicyText(VersionWatch.POLICY, version, yaml);
  }

  private static Table table(List<Long> millis) {
    long[] sorted = millis.stream().mapToLong(each -> each).sorted().toArray();
    return new Table(
        Machine.describe(),
        INSTANCES,
        millis,
        sorted[sorted.length / 2],
        sorted[sorted.length - 1]);
  }
}
