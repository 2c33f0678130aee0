package dev.rampart.schemas.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real Kafka broker of one node, in this process, on free ports of the loopback address. */
final class EmbeddedBroker implements AutoCloseable {
  private final KafkaRaftServer server;
  private final String address;

  EmbeddedBroker(Path folder) throws Exception {
    address = "127.0.0.1:" + freePort();
    Properties properties = properties(folder, "127.0.0.1:" + freePort());
    format(folder.resolve("log"));
    server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    server.startup();
  }

  /** Client properties. */
  Map<String, Object> client() {
    return Map.of("bootstrap.servers", address);
  }

  private Properties properties(Path folder, String controller) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller,
            "advertised.listeners", "PLAINTEXT://" + address,
            "controller.listener.names", "CONTROLLER",
            "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "controller.quorum.voters", "1@" + controller,
            "log.dirs", folder.resolve("log").toString(),
            "offsets.topic.replication.factor", "1"));
    return properties;
  }

  private static void format(Path log) throws Exception {
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .addDirectory(log.toString())
        .setMetadataLogDirectory(log.toString())
        .run();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
