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
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One node of a Kafka cluster in a process of its own, so that it can be killed and started again
 * on the same data and ports. Its log lines go to {@code broker.log} beside the data.
 *
 * <p>Confined to one thread, but for {@link #discard}.
 */
public final class BrokerProcess {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final Path folder;
  private final BrokerSettings settings;
  private volatile Process process;
  private volatile boolean discarded;

  private BrokerProcess(Path folder, BrokerSettings settings) throws IOException {
    this.folder = folder;
    this.settings = settings;
    this.process = spawn();
  }

  /** Formats the folder {@code data} and starts a node in {@code folder}; returns at once. */
  static BrokerProcess spawn(Path folder, BrokerSettings settings) throws Exception {
    LogFolder.format(settings);
    try (Writer file = Files.newBufferedWriter(folder.resolve("server.properties"))) {
      settings.properties().store(file, null);
    }
    return new BrokerProcess(folder, settings);
  }

  /** Its id in the cluster, from 1. */
  public int id() {
    return settings.self().id();
  }

  /** Process id of the running broker. */
  public long pid() {
    return process.pid();
  }

  /** Kills the broker as a power cut would: no goodbye, nothing flushed. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Asks the broker to hand its partitions over and to end, and waits until it has. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
    }
  }

  /** Holds the broker still for so long. */
  public void pause(Duration length) throws IOException, InterruptedException {
    Freeze.hold(process, length);
  }

  /** Starts the broker again, on the data that it left; one that runs is killed first. */
  public void restart() throws IOException, InterruptedException {
    kill();
    if (discarded) {
      throw CommandFailure.failed("broker " + id() + " is not started again: the run is over");
    }
    process = spawn();
    awaitListening();
  }

  /** Kills it for good; any thread. */
  void discard() {
    discarded = true;
    kill();
  }

  void awaitListening() throws InterruptedException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (!isListening()) {
      if (!process.isAlive() || System.nanoTime() > limit) {
        throw CommandFailure.failed(
            "Kafka broker %d did not start: %s".formatted(id(), lastLines()));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private Process spawn() throws IOException {
    return new ProcessBuilder(command())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Drampart.kafka.level=INFO",
        "-cp",
        System.getProperty("java.class.path"),
        "kafka.Kafka",
        folder.resolve("server.properties").toString());
  }

  private Path log() {
    return folder.resolve("broker.log");
  }

  private String lastLines() {
    try {
      String text = Files.readString(log());
      return text.substring(Math.max(0, text.length() - 2_000)).strip();
    } catch (IOException unreadable) {
      return "its log " + log() + " cannot be read";
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.self().port()), 200);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}
