package dev.rampart.ops.chaos;

import dev.rampart.ops.broker.BrokerProcess;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The processes of one run and their files. Closing it, and ending this process by a signal, kills
 * every one of them by its id and removes the files.
 */
final class Stage implements AutoCloseable {
  /** After so long without a heartbeat the group gives an instance's partitions to others. */
  static final Duration SESSION = Duration.ofSeconds(3);

  private static final int PARTITIONS = 4;
  private static final short ONE_COPY = 1;

  private final TemporaryFolder folder;
  private final BrokerProcess broker;
  private final List<InstanceProcess> instances = new CopyOnWriteArrayList<>();
  private final Thread hook = new Thread(this::closeQuietly, "chaos-shutdown");
  private boolean closed;

  private Stage(TemporaryFolder folder, BrokerProcess broker) {
    this.folder = folder;
    this.broker = broker;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts a broker with all topics, and so many instances. */
  static Stage set(int instances) throws IOException, InterruptedException {
    Stage stage =
        new Stage(TemporaryFolder.create("rampart-chaos-"), BrokerProcess.start(brokerSettings()));
    try {
      stage.createTopics();
      for (int number = 1; number <= instances; number++) {
        stage.instances.add(
            InstanceProcess.start(stage.folder.path(), "instance-" + number, stage.bootstrap()));
      }
      return stage;
    } catch (IOException | RuntimeException failure) {
      stage.close();
      throw failure;
    }
  }

  String bootstrap() {
    return broker.bootstrap();
  }

  Map<String, Object> client() {
    return Map.of("bootstrap.servers", bootstrap());
  }

  /** Kills the broker and starts it again on the data that it left. */
  synchronized void restartBroker() throws IOException, InterruptedException {
    if (!closed) {
      broker.restart();
    }
  }

  List<InstanceProcess> instances() {
    return instances;
  }

  void awaitReady() throws InterruptedException {
    for (InstanceProcess instance : instances) {
      instance.awaitReady();
    }
  }

  void requireAlive() {
    instances.forEach(InstanceProcess::requireAlive);
  }

  @Override
  public synchronized void close() throws IOException, InterruptedException {
    if (!closed) {
      closed = true;
      instances.forEach(InstanceProcess::close);
      broker.kill();
      broker.close();
      folder.close();
    }
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException | RuntimeException leftover) {
      System.err.println("rampart: " + leftover.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void createTopics() {
    try (Cluster cluster = Cluster.connect(client())) {
      cluster.create(TopicPlan.all(Topics.DEFAULT_PREFIX), PARTITIONS, ONE_COPY);
    }
  }

  private static Map<String, String> brokerSettings() {
    String session = Long.toString(SESSION.toMillis());
    return Map.of(
        "group.streams.session.timeout.ms",
        session,
        "group.streams.min.session.timeout.ms",
        session,
        "group.streams.heartbeat.interval.ms",
        "500",
        "group.streams.min.heartbeat.interval.ms",
        "500");
  }
}
