package dev.rampart.ops.topics;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.topology.topics.Topics;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;

/** The options that say which cluster a command talks to, and where on it. */
public final class ClusterOptions {
  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:9092",
      description = "Kafka to talk to. Default: ${DEFAULT-VALUE}")
  private String bootstrap = "127.0.0.1:9092";

  @Option(
      names = "--client-properties",
      paramLabel = "FILE",
      description = "Kafka client properties, for TLS and SASL for instance.")
  private Optional<Path> clientProperties = Optional.empty();

  @Option(
      names = "--prefix",
      defaultValue = "rampart.",
      description = "What topic names begin with. Default: ${DEFAULT-VALUE}")
  private String prefix = "rampart.";

  /** Client properties with {@code bootstrap.servers} set. */
  public Map<String, Object> client() {
    Map<String, Object> client = new HashMap<>();
    clientProperties.map(ClusterOptions::read).ifPresent(client::putAll);
    client.put("bootstrap.servers", bootstrap);
    return client;
  }

  /** The topics that are needed there. */
  public List<TopicPlan> topics() {
    return TopicPlan.all(prefix);
  }

  /** Names of the topics there. */
  public Topics names() {
    return new Topics(prefix);
  }

  private static Map<String, Object> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw CommandFailure.wrongUsage(
          file + ": not a readable properties file: " + unreadable.getMessage(), unreadable);
    }
    Map<String, Object> client = new HashMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> client.put(name, properties.getProperty(name)));
    return client;
  }
}
