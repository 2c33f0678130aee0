package dev.rampart.ops.upgrade;

import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * An instance in a process of its own, of one build and later of another. Confined to one thread.
 */
final class Member implements AutoCloseable {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final Duration READY_LIMIT = Duration.ofMinutes(2);
  private static final int LAST_CHARACTERS = 2_000;

  private static final String CONFIGURATION =
      """
      kafka: {bootstrap: '%s'}
      files: {models: '%s', policies: '%s', catalogue: '%s', lists: '%s', state: '%s'}
      server:
        requestLog: {appenders: []}
        applicationConnectors: [{type: http, bindHost: 127.0.0.1, port: 0}]
        adminConnectors: [{type: http, bindHost: 127.0.0.1, port: %d}]
      """;

  private final String name;
  private final Path folder;
  private final String bootstrap;
  private final int adminPort;
  private Process process;

  /** Starts one of a build; returns before it is ready. */
  Member(String name, Path folder, String bootstrap, Build build) throws IOException {
    this.name = name;
    this.folder = folder;
    this.bootstrap = bootstrap;
    this.adminPort = freePort();
    this.process = start(build);
  }

  /** Asks it to stop, and starts another build in its place; returns when that is ready. */
  Duration replace(Build build) throws IOException, InterruptedException {
    long start = System.nanoTime();
    stop();
    process = start(build);
    awaitReady();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Waits until it processes. */
  void awaitReady() throws InterruptedException {
    long limit = System.nanoTime() + READY_LIMIT.toNanos();
    while (!isReady()) {
      requireAlive();
      if (System.nanoTime() > limit) {
        throw CommandFailure.failed(name + " was not ready in time: " + lastLines());
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** One that ends by itself has failed. */
  void requireAlive() {
    if (!process.isAlive()) {
      throw CommandFailure.failed(
          "%s ended by itself with status %d: %s"
              .formatted(name, process.exitValue(), lastLines()));
    }
  }

  /** Asks it to finish and waits until it has. */
  void stop() throws InterruptedException {
    requireAlive();
    process.destroy();
    if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      throw CommandFailure.failed(name + " did not stop in time: " + lastLines());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private Process start(Build build) throws IOException {
    ProcessBuilder child = new ProcessBuilder(build.run(configuration(build)));
    child.environment().put("ORT_DISABLE_TELEMETRY", "1");
    return child
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private Path configuration(Build build) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yml"),
        CONFIGURATION.formatted(
            bootstrap,
            build.sources().models(),
            build.sources().policies(),
            build.sources().catalogue(),
            build.sources().lists(),
            folder.resolve(name + "-state"),
            adminPort));
  }

  private boolean isReady() {
    try {
      URI probe = URI.create("http://127.0.0.1:" + adminPort + "/readyz");
      HttpURLConnection connection = (HttpURLConnection) probe.toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(1_000);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  private Path log() {
    return folder.resolve(name + ".log");
  }

  private String lastLines() {
    try {
      String text = Files.readString(log());
      return text.substring(Math.max(0, text.length() - LAST_CHARACTERS)).strip();
    } catch (IOException unreadable) {
      return "(its log cannot be read)";
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
