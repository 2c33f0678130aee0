package dev.rampart.ops.broker;

import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A one-node Kafka cluster in this process: real, on loopback, on free ports, its data in a
 * temporary folder that goes with it. Up in some two seconds. Topics are never created by
 * themselves.
 *
 * <p>Its memory is this process's memory, and it dies with the process; where a broker has to be
 * killed, use {@link BrokerProcess}.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private final BrokerSettings settings;
  private final KafkaRaftServer server;

  private EmbeddedBroker(BrokerSettings settings, KafkaRaftServer server) {
    this.settings = settings;
    this.server = server;
  }

  /** Starts a broker; when this returns, clients can connect. */
  public static EmbeddedBroker start() {
    return start(Map.of());
  }

  /** Starts a broker with {@code overrides} of broker settings. */
  public static EmbeddedBroker start(Map<String, String> overrides) {
    try {
      return startIn(LogFolder.create(), overrides);
    } catch (CommandFailure understood) {
      throw understood;
    } catch (Exception failure) {
      throw CommandFailure.failed(
          "the embedded Kafka broker did not start: " + failure.getMessage(), failure);
    }
  }

  private static EmbeddedBroker startIn(Path data, Map<String, String> overrides) throws Exception {
    try {
      BrokerSettings settings = BrokerSettings.alone(data, overrides);
      KafkaConfig config = new KafkaConfig(settings.properties(), false);
      LogFolder.format(settings);
      return new EmbeddedBroker(settings, started(new KafkaRaftServer(config, Time.SYSTEM)));
    } catch (Exception failure) {
      LogFolder.remove(data);
      throw failure;
    }
  }

  private static KafkaRaftServer started(KafkaRaftServer server) {
    try {
      server.startup();
      return server;
    } catch (RuntimeException failure) {
      server.shutdown();
      throw failure;
    }
  }

  /** Where clients connect: {@code 127.0.0.1:PORT}. */
  public String bootstrap() {
    return settings.self().address();
  }

  /** Where the data lies. */
  public Path data() {
    return settings.data();
  }

  /** Stops the broker and removes its data. */
  @Override
  public void close() throws IOException {
    server.shutdown();
    server.awaitShutdown();
    LogFolder.remove(settings.data());
  }
}
