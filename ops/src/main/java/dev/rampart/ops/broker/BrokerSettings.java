package dev.rampart.ops.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Settings of a one-node KRaft cluster that listens on 127.0.0.1 only.
 *
 * @param port where clients connect
 * @param controllerPort where the node talks to itself
 * @param data folder of the log
 * @param overrides broker settings that win over the defaults below
 */
record BrokerSettings(int port, int controllerPort, Path data, Map<String, String> overrides) {
  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";
  private static final String HOST = "127.0.0.1";

  /** Defaults for a cluster that starts fast, keeps everything and has one replica of it. */
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("process.roles", "broker,controller"),
          Map.entry("node.id", Integer.toString(NODE_ID)),
          Map.entry("controller.listener.names", CONTROLLER_LISTENER),
          Map.entry("inter.broker.listener.name", "CLIENTS"),
          Map.entry("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT"),
          Map.entry("broker.session.timeout.ms", "4000"),
          Map.entry("broker.heartbeat.interval.ms", "500"),
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "4"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "4"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          Map.entry("group.streams.initial.rebalance.delay.ms", "0"),
          Map.entry("log.retention.ms", "-1"),
          Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
          Map.entry("message.max.bytes", "8388608"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"));

  static BrokerSettings onFreePorts(Path data, Map<String, String> overrides) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket clients = new ServerSocket(0, 1, loopback);
        ServerSocket controller = new ServerSocket(0, 1, loopback)) {
      return new BrokerSettings(
          clients.getLocalPort(), controller.getLocalPort(), data, Map.copyOf(overrides));
    }
  }

  String bootstrap() {
    return HOST + ":" + port;
  }

  Properties properties() {
    Properties properties = new Properties();
    properties.putAll(FIXED);
    properties.put("log.dirs", data.toString());
    properties.put(
        "listeners", "CLIENTS://" + bootstrap() + ",CONTROLLER://" + HOST + ":" + controllerPort);
    properties.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
    properties.putAll(overrides);
    return properties;
  }
}
