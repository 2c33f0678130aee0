package dev.rampart.ops.broker;

import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A one-node Kafka cluster in a process of its own, so that it can be killed and started again on
 * the same data and ports. Its log lines go to {@code broker.log} beside the data.
 *
 * <p>Confined to one thread.
 */
public final class BrokerProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final Path folder;
  private final BrokerSettings settings;
  private Process process;

  private BrokerProcess(Path folder, BrokerSettings settings) throws IOException {
    this.folder = folder;
    this.settings = settings;
    this.process = spawn();
  }

  /** Starts a broker with {@code overrides} of broker settings; then clients can connect. */
  public static BrokerProcess start(Map<String, String> overrides) {
    try {
      Path folder = LogFolder.create();
      BrokerSettings settings = BrokerSettings.onFreePorts(folder.resolve("data"), overrides);
      LogFolder.format(settings);
      try (Writer file = Files.newBufferedWriter(folder.resolve("server.properties"))) {
        settings.properties().store(file, null);
      }
      BrokerProcess broker = new BrokerProcess(folder, settings);
      broker.awaitListening();
      return broker;
    } catch (CommandFailure understood) {
      throw understood;
    } catch (Exception failure) {
      throw CommandFailure.failed(
          "the Kafka broker process did not start: " + failure.getMessage(), failure);
    }
  }

  /** Where clients connect: {@code 127.0.0.1:PORT}; the same after a restart. */
  public String bootstrap() {
    return settings.bootstrap();
  }

  /** Process id of the running broker. */
  public long pid() {
    return process.pid();
  }

  /** Kills the broker as a power cut would: no goodbye, nothing flushed. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Starts the broker again, on the data that it left. */
  public void restart() throws IOException, InterruptedException {
    kill();
    process = spawn();
    awaitListening();
  }

  /** Stops the broker and removes its data. */
  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
    }
    LogFolder.remove(folder);
  }

  private Process spawn() throws IOException {
    Path log = folder.resolve("broker.log");
    return new ProcessBuilder(command())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-Drampart.kafka.level=INFO",
        "-cp",
        System.getProperty("java.class.path"),
        "kafka.Kafka",
        folder.resolve("server.properties").toString());
  }

  private void awaitListening() throws InterruptedException {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (!isListening()) {
      if (!process.isAlive() || Instant.now().isAfter(limit)) {
        throw CommandFailure.failed("the Kafka broker process did not start; see " + folder);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 200);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
