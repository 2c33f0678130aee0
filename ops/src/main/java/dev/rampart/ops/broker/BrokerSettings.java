package dev.rampart.ops.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;

/**
 * Settings of one node of a KRaft cluster that listens on 127.0.0.1 only. Topics have three copies,
 * of which two have to be level, where there are three members; fewer where there are fewer.
 *
 * @param self the node
 * @param members all nodes, this one among them
 * @param clusterId the same on every node
 * @param data folder of the log
 * @param overrides broker settings that win over the defaults below
 */
record BrokerSettings(
    Member self, List<Member> members, String clusterId, Path data, Map<String, String> overrides) {
  static final String CONTROLLER_LISTENER = "CONTROLLER";
  private static final String CLIENT_LISTENER = "CLIENTS";
  private static final int COPIES = 3;

  /** Defaults for a cluster that starts fast and keeps everything. */
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("process.roles", "broker,controller"),
          Map.entry("controller.listener.names", CONTROLLER_LISTENER),
          Map.entry("inter.broker.listener.name", CLIENT_LISTENER),
          Map.entry("broker.session.timeout.ms", "4000"),
          Map.entry("broker.heartbeat.interval.ms", "500"),
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("offsets.topic.num.partitions", "4"),
          Map.entry("transaction.state.log.num.partitions", "4"),
          Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          Map.entry("group.streams.initial.rebalance.delay.ms", "0"),
          Map.entry("log.retention.ms", "-1"),
          Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
          Map.entry("message.max.bytes", "8388608"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"));

  /** The only node of a cluster. */
  static BrokerSettings alone(Path data, Map<String, String> overrides) throws IOException {
    Member self = Member.onFreePorts(1).get(0);
    return new BrokerSettings(
        self, List.of(self), Uuid.randomUuid().toString(), data, Map.copyOf(overrides));
  }

  Properties properties() {
    Properties properties = new Properties();
    properties.putAll(FIXED);
    putCopies(properties);
    putListeners(properties);
    properties.put("node.id", Integer.toString(self.id()));
    properties.put("log.dirs", data.toString());
    properties.put(
        "controller.quorum.voters",
        members.stream().map(Member::voter).collect(Collectors.joining(",")));
    properties.putAll(overrides);
    return properties;
  }

  private void putCopies(Properties properties) {
    int copies = Math.min(COPIES, members.size());
    String all = Integer.toString(copies);
    String level = Integer.toString(Math.max(1, copies - 1));
    properties.put("default.replication.factor", all);
    properties.put("min.insync.replicas", level);
    properties.put("offsets.topic.replication.factor", all);
    properties.put("transaction.state.log.replication.factor", all);
    properties.put("transaction.state.log.min.isr", level);
    properties.put("share.coordinator.state.topic.replication.factor", all);
    properties.put("share.coordinator.state.topic.min.isr", level);
  }

  private void putListeners(Properties properties) {
    String clients = listener(CLIENT_LISTENER, self.port());
    String controllers = listener(CONTROLLER_LISTENER, self.controllerPort());
    Stream<String> doors =
        self.entrances().stream().map(door -> listener(door.name(), door.port()));
    Stream<String> told =
        self.entrances().stream().map(door -> listener(door.name(), door.advertisedPort()));
    properties.put("listeners", joined(Stream.concat(Stream.of(clients, controllers), doors)));
    properties.put("advertised.listeners", joined(Stream.concat(Stream.of(clients), told)));
    properties.put(
        "listener.security.protocol.map",
        joined(
            Stream.concat(
                    Stream.of(CLIENT_LISTENER, CONTROLLER_LISTENER),
                    self.entrances().stream().map(Entrance::name))
                .map(name -> name + ":PLAINTEXT")));
  }

  private static String listener(String name, int port) {
    return name + "://" + Member.HOST + ":" + port;
  }

  private static String joined(Stream<String> parts) {
    return parts.collect(Collectors.joining(","));
  }
}
