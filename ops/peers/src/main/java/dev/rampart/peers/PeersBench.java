package dev.rampart.peers;

import dev.rampart.ops.broker.BrokerCluster;
import dev.rampart.ops.broker.Member;
import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityEvent;
import dev.rampart.ops.community.CommunityProducer;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.ops.community.Paced;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.machine.Machine;
import dev.rampart.ops.machine.Memory;
import dev.rampart.ops.pipeline.InputIndex;
import dev.rampart.ops.summary.OutcomeReader;
import dev.rampart.ops.summary.OutcomeTopics;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Runs the peers one after the other, each with a fresh broker process: a backlog as fast as it
 * goes, then a steady rate, then a SIGKILL and a start on what is left. Arguments: messages of the
 * backlog, messages a second, seconds of the steady rate, and the peers' names, all where none is
 * given.
 */
public final class PeersBench {
  private static final int PARTITIONS = 4;

  /** Kafka waits 45 s for a member of a group that was killed unless it is told otherwise. */
  private static final Duration SESSION = Duration.ofSeconds(3);

  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration BACKLOG_LIMIT = Duration.ofSeconds(30);

  private final int backlog;
  private final int rate;
  private final int seconds;

  private PeersBench(int backlog, int rate, int seconds) {
    this.backlog = backlog;
    this.rate = rate;
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws Exception {
    PeersBench bench =
        new PeersBench(
            Integer.parseInt(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]));
    List<Peer> peers =
        arguments.length > 3
            ? Stream.of(arguments).skip(3).map(Peer::valueOf).toList()
            : List.of(Peer.values());
    System.out.println(Machine.describe());
    System.out.printf(
        "backlog of %,d messages; then %,d a second for %d s; then SIGKILL at the same rate%n",
        bench.backlog, bench.rate, bench.seconds);
    System.out.println(
        "| peer | messages/s | p50 ms | p99 ms | s from SIGKILL to all partitions | MiB resident |"
            + " missing, duplicated |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (Peer peer : peers) {
      System.out.println(bench.run(peer));
    }
    System.exit(0);
  }

  private String run(Peer peer) throws Exception {
    try (TemporaryFolder folder = TemporaryFolder.create("rampart-peers-");
        BrokerCluster broker =
            BrokerCluster.start(Member.onFreePorts(1), BrokerCluster.sessionsOf(SESSION))) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
      try (Cluster cluster = Cluster.connect(client)) {
        cluster.create(TopicPlan.all(Shared.TOPICS.prefix()), PARTITIONS, (short) 1);
      }
      try (SchemaRegistry registry =
          KafkaSchemaRegistry.open(
              client, Shared.TOPICS.schemas(), (short) 1, Duration.ofMinutes(1))) {
        return run(peer, folder.path(), client, registry);
      }
    }
  }

  private String run(Peer peer, Path folder, Map<String, Object> client, SchemaRegistry registry)
      throws Exception {
    InputIndex index = new InputIndex();
    Seen seen = new Seen();
    OutcomeTopics topics = OutcomeTopics.under(Shared.TOPICS.prefix());
    String bootstrap = String.valueOf(client.get("bootstrap.servers"));
    Process process = null;
    try (CommunityProducer producer =
            new CommunityProducer(
                client,
                Shared.TOPICS.messages().name(),
                Shared.TOPICS.users().name(),
                registry,
                index::written);
        OutcomeReader reader = new OutcomeReader(client, topics, registry, seen)) {
      Iterator<CommunityEvent> messages = messages();
      producer.write(next(messages, backlog), written -> {});
      process = peer.start(folder, bootstrap);
      double throughput = throughput(reader, seen, process, folder);
      seen.latency.reset();
      int steady = rate * seconds;
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(
              () -> producer.write(new Paced<>(next(messages, steady), rate), written -> {}));
      reader.readUntil(() -> writing.isDone() && seen.count() >= backlog + steady, IDLE);
      long p50 = seen.latency.getValueAtPercentile(50);
      long p99 = seen.latency.getValueAtPercentile(99);
      long resident = Memory.resident(process.toHandle()) >> 20;
      CompletableFuture<Void> more =
          CompletableFuture.runAsync(
              () -> producer.write(new Paced<>(next(messages, 2 * steady), rate), written -> {}));
      reader.readUntil(() -> seen.count() > backlog + steady + rate * 3L, IDLE);
      seen.markLoss();
      long killed = System.nanoTime();
      process.destroyForcibly().waitFor();
      process = peer.start(folder, bootstrap);
      reader.readUntil(seen::isRecovered, IDLE);
      double recovery = (System.nanoTime() - killed) / 1e9;
      reader.readUntil(() -> more.isDone() && seen.count() >= backlog + 3L * steady, IDLE);
      var findings = seen.tally.findings(index.ends());
      return "| %s | %,.0f | %d | %d | %.1f | %d | %d, %d |"
          .formatted(
              peer.title,
              throughput,
              p50,
              p99,
              recovery,
              resident,
              findings.missing(),
              findings.duplicates());
    } finally {
      if (process != null) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  /** Between three and nine and a half tenths of the backlog, or what the limit allows. */
  private double throughput(OutcomeReader reader, Seen seen, Process process, Path folder)
      throws Exception {
    if (!reader.readUntil(() -> !process.isAlive() || seen.count() >= backlog * 3L / 10, IDLE)
        || !process.isAlive()) {
      throw new IllegalStateException(Files.readString(folder.resolve("peer.log")));
    }
    seen.note();
    long limit = System.nanoTime() + BACKLOG_LIMIT.toNanos();
    reader.readUntil(() -> seen.count() >= backlog * 95L / 100 || System.nanoTime() > limit, IDLE);
    seen.note();
    double throughput = seen.perSecond();
    reader.readUntil(() -> seen.count() >= backlog, IDLE);
    return throughput;
  }

  private Iterator<CommunityEvent> messages() {
    int all = (backlog + 3 * rate * seconds) * 3 / 2;
    Iterator<CommunityEvent> community =
        new Community(new CommunitySettings(1, all, Instant.now()));
    return Stream.generate(() -> community.next())
        .filter(CommunityEvent.Message.class::isInstance)
        .iterator();
  }

  private static Iterator<CommunityEvent> next(Iterator<CommunityEvent> messages, int count) {
    List<CommunityEvent> taken = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      taken.add(messages.next());
    }
    return taken.iterator();
  }
}
