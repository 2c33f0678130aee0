package dev.rampart.ops.chaos;

import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code rampart run} in a process of its own, with its own state folder and ports, to be hurt.
 *
 * <p>Hurt by one thread; closed by any, after which it is not started again.
 */
final class InstanceProcess implements AutoCloseable {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
  private static final Duration READY_LIMIT = Duration.ofMinutes(2);

  private final String name;
  private final int adminPort;
  private final ChildFiles files;
  private volatile Process process;
  private boolean closed;

  private InstanceProcess(String name, int adminPort, ChildFiles files) throws IOException {
    this.name = name;
    this.adminPort = adminPort;
    this.files = files;
    this.process = spawn();
  }

  /** Starts an instance whose files lie in {@code folder}; returns before it is ready. */
  static InstanceProcess start(Path folder, String name, String bootstrap) throws IOException {
    int adminPort = freePort();
    return new InstanceProcess(
        name, adminPort, ChildFiles.write(folder, name, bootstrap, adminPort));
  }

  /** Ends it as a power cut would, and starts it again on the state that it left. */
  void killAndRestart() throws IOException, InterruptedException {
    kill();
    restart();
  }

  /** Asks it to finish, waits until it has, and starts it again; returns how long it took. */
  Duration terminateAndRestart() throws IOException, InterruptedException {
    Duration taken = terminate();
    restart();
    return taken;
  }

  /** Asks it to finish and waits until it has. */
  Duration terminate() throws InterruptedException {
    requireAlive();
    long start = System.nanoTime();
    process.destroy();
    if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
      throw CommandFailure.failed(
          name + " did not stop within " + STOP_LIMIT.toSeconds() + " s of SIGTERM");
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Holds it for so long in the middle of whatever it does. */
  void pause(Duration length) throws IOException, InterruptedException {
    signal("-STOP");
    try {
      TimeUnit.MILLISECONDS.sleep(length.toMillis());
    } finally {
      signal("-CONT");
    }
  }

  /** Waits until it says on its probe that it is processing. */
  void awaitReady() throws InterruptedException {
    long limit = System.nanoTime() + READY_LIMIT.toNanos();
    while (!isReady()) {
      requireAlive();
      if (System.nanoTime() > limit) {
        throw CommandFailure.failed(
            "%s was not ready within %d s: %s"
                .formatted(name, READY_LIMIT.toSeconds(), files.lastLines()));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /** An instance that ends by itself has failed. */
  void requireAlive() {
    if (!process.isAlive()) {
      throw CommandFailure.failed(
          "%s ended by itself with status %d: %s"
              .formatted(name, process.exitValue(), files.lastLines()));
    }
  }

  /** Kills it, paused or not. */
  @Override
  public synchronized void close() {
    closed = true;
    kill();
  }

  private void kill() {
    process.destroyForcibly().onExit().join();
  }

  private synchronized void restart() throws IOException {
    if (closed) {
      throw CommandFailure.failed(name + " is not started again: the run is over");
    }
    process = spawn();
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

  private void signal(String signal) throws IOException, InterruptedException {
    int status = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    if (status != 0) {
      throw CommandFailure.failed("cannot send " + signal + " to " + name);
    }
  }

  private Process spawn() throws IOException {
    ProcessBuilder child = new ProcessBuilder(command());
    child.environment().put("ORT_DISABLE_TELEMETRY", "1");
    return child
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
        .start();
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        "run",
        "--config",
        files.configuration().toString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
