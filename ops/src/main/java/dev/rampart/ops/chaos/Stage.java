package dev.rampart.ops.chaos;

import dev.rampart.ops.broker.BrokerCluster;
import dev.rampart.ops.broker.Member;
import dev.rampart.ops.chaos.network.Network;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

/**
 * The processes of one run, the network between them and their files. Closing it, and ending this
 * process by a signal, kills every one of them by its id and removes the files.
 */
final class Stage implements AutoCloseable {
  /** After so long without a heartbeat the group gives an instance's partitions to others. */
  static final Duration SESSION = Duration.ofSeconds(3);

  /** After so long without a heartbeat a broker's partitions are led by others. */
  static final Duration BROKER_SESSION = Duration.ofSeconds(4);

  /** Of every topic that has several. */
  static final int PARTITIONS = 4;

  private static final short BROKER_DEFAULT = -1;

  private final TemporaryFolder folder;
  private final Network network;
  private final BrokerCluster cluster;
  private final Equipment equipment;
  private final List<InstanceProcess> instances = new CopyOnWriteArrayList<>();
  private final Thread hook = new Thread(this::closeQuietly, "chaos-shutdown");
  private boolean closed;

  private Stage(
      TemporaryFolder folder, Network network, BrokerCluster cluster, Equipment equipment) {
    this.folder = folder;
    this.network = network;
    this.cluster = cluster;
    this.equipment = equipment;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts the brokers with all topics, and the instances. */
  static Stage set(ChaosPlan plan) throws IOException, InterruptedException {
    TemporaryFolder folder = TemporaryFolder.create("rampart-chaos-");
    List<ChildFiles> files = new ArrayList<>();
    for (int number = 1; number <= plan.instances(); number++) {
      files.add(ChildFiles.in(Files.createDirectory(folder.path().resolve("instance-" + number))));
    }
    Network network = Network.between(plan.instances(), Member.onFreePorts(plan.brokers()));
    Equipment equipment = Equipment.of(plan, files.stream().map(ChildFiles::state).toList());
    Stage stage =
        new Stage(
            folder,
            network,
            BrokerCluster.start(network.members(), brokerSettings(plan.standbys())),
            equipment);
    try {
      stage.createTopics();
      stage.startInstances(files);
      return stage;
    } catch (IOException | RuntimeException failure) {
      stage.close();
      throw failure;
    }
  }

  private void startInstances(List<ChildFiles> files) throws IOException {
    for (ChildFiles own : files) {
      int index = instances.size();
      instances.add(
          InstanceProcess.start(
              "instance-" + (index + 1),
              own,
              network.bootstrap(index),
              equipment.surroundings(own)));
    }
  }

  /** The way to the brokers that no fault of the network lies on. */
  String bootstrap() {
    return cluster.bootstrap();
  }

  Map<String, Object> client() {
    return Map.of("bootstrap.servers", bootstrap());
  }

  BrokerCluster cluster() {
    return cluster;
  }

  Network network() {
    return network;
  }

  Equipment equipment() {
    return equipment;
  }

  List<InstanceProcess> instances() {
    return instances;
  }

  void awaitReady() throws InterruptedException {
    for (InstanceProcess instance : instances) {
      instance.awaitReady();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      instances.forEach(InstanceProcess::close);
      equipment.close();
      cluster.close();
      network.close();
      folder.close();
    }
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException | RuntimeException leftover) {
      System.err.println("rampart: " + leftover.getMessage());
    }
  }

  private void createTopics() throws InterruptedException {
    try (Cluster admin = Cluster.connect(client())) {
      admin.create(TopicPlan.all(Topics.DEFAULT_PREFIX), PARTITIONS, BROKER_DEFAULT);
      cluster.awaitLevel(Duration.ofMinutes(1));
    } catch (ExecutionException failure) {
      throw CommandFailure.failed("the topics cannot be looked at", failure);
    }
  }

  private static Map<String, String> brokerSettings(int standbys) {
    Map<String, String> settings = new HashMap<>(BrokerCluster.sessionsOf(SESSION));
    settings.put("group.streams.num.standby.replicas", Integer.toString(standbys));
    settings.put("broker.session.timeout.ms", Long.toString(BROKER_SESSION.toMillis()));
    return settings;
  }
}
