package dev.rampart.ops.broker;

import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * A Kafka cluster of several processes on this machine. Every node is broker and controller; the
 * controllers are a quorum. With three nodes every topic has three copies, two of which have to be
 * level before a write counts.
 *
 * <p>Confined to one thread, but for {@link #close}.
 */
public final class BrokerCluster implements AutoCloseable {
  private static final String SIGN_MILLIS = "500";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Path folder;
  private final List<Member> members;
  private final List<BrokerProcess> brokers = new ArrayList<>();

  private BrokerCluster(Path folder, List<Member> members) {
    this.folder = folder;
    this.members = members;
  }

  /**
   * Starts a cluster; when this returns, all brokers have joined.
   *
   * @param members its nodes, with ports that are free
   * @param overrides broker settings that win over the defaults
   */
  public static BrokerCluster start(List<Member> members, Map<String, String> overrides) {
    try {
      BrokerCluster cluster = new BrokerCluster(LogFolder.create(), List.copyOf(members));
      try {
        cluster.spawn(overrides);
        cluster.awaitAll();
        return cluster;
      } catch (Exception failure) {
        cluster.close();
        throw failure;
      }
    } catch (CommandFailure understood) {
      throw understood;
    } catch (Exception failure) {
      throw CommandFailure.failed(
          "the Kafka brokers did not start: " + failure.getMessage(), failure);
    }
  }

  /** Where clients connect that take no detour. */
  public String bootstrap() {
    return members.stream().map(Member::address).collect(Collectors.joining(","));
  }

  /** The brokers, by id. */
  public List<BrokerProcess> brokers() {
    return List.copyOf(brokers);
  }

  /** The broker whose controller leads the quorum. */
  public BrokerProcess controller() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
      int leader = admin.describeMetadataQuorum().quorumInfo().get().leaderId();
      return brokers.get(leader - 1);
    }
  }

  /** Waits until every broker has joined and every partition has all its copies level. */
  public void awaitLevel(Duration limit) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
      long end = System.nanoTime() + limit.toNanos();
      while (!isLevel(admin)) {
        if (System.nanoTime() > end) {
          throw CommandFailure.failed(
              "the copies of the topics were not level within " + limit.toSeconds() + " s");
        }
        TimeUnit.MILLISECONDS.sleep(200);
      }
    }
  }

  /** Kills the brokers and removes their data; any thread. */
  @Override
  public void close() throws IOException {
    brokers.forEach(BrokerProcess::discard);
    LogFolder.remove(folder);
  }

  private void spawn(Map<String, String> overrides) throws Exception {
    String clusterId = Uuid.randomUuid().toString();
    for (Member member : members) {
      Path home = Files.createDirectory(folder.resolve("broker-" + member.id()));
      BrokerSettings settings =
          new BrokerSettings(member, members, clusterId, home.resolve("data"), overrides);
      brokers.add(BrokerProcess.spawn(home, settings));
    }
  }

  private void awaitAll() throws ExecutionException, InterruptedException {
    for (BrokerProcess broker : brokers) {
      broker.awaitListening();
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
      long end = System.nanoTime() + START_LIMIT.toNanos();
      while (!haveJoined(admin)) {
        if (System.nanoTime() > end) {
          throw CommandFailure.failed("not all Kafka brokers joined the cluster; see " + folder);
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  private boolean haveJoined(Admin admin) throws ExecutionException, InterruptedException {
    return admin.describeCluster().nodes().get().size() == members.size();
  }

  private boolean isLevel(Admin admin) throws ExecutionException, InterruptedException {
    return haveJoined(admin)
        && admin
            .describeTopics(admin.listTopics().names().get())
            .allTopicNames()
            .get()
            .values()
            .stream()
            .flatMap(topic -> topic.partitions().stream())
            .allMatch(partition -> partition.isr().size() == partition.replicas().size());
  }

  /**
   * Settings of brokers that give up a Kafka Streams instance sooner than Kafka's 45 s.
   *
   * @param session how long they have not heard of it; longer than the half second between signs
   */
  public static Map<String, String> sessionsOf(Duration session) {
    String millis = Long.toString(session.toMillis());
    return Map.of(
        "group.streams.session.timeout.ms",
        millis,
        "group.streams.min.session.timeout.ms",
        millis,
        "group.streams.heartbeat.interval.ms",
        SIGN_MILLIS,
        "group.streams.min.heartbeat.interval.ms",
        SIGN_MILLIS);
  }
}
