package dev.rampart.ops.chaos;

import dev.rampart.ops.Main;
import dev.rampart.ops.broker.FreePorts;
import dev.rampart.ops.broker.Freeze;
import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * {@code rampart run} in a process of its own, with its own files and ports, to be hurt.
 *
 * <p>Hurt by one thread, revived by another; closed by any, after which it is not started again.
 */
final class InstanceProcess implements AutoCloseable {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
  private static final Duration READY_LIMIT = Duration.ofMinutes(2);

  private final String name;
  private final int adminPort;
  private final ChildFiles files;
  private final Surroundings surroundings;
  private volatile Process process;
  private boolean down;
  private boolean closed;

  private InstanceProcess(String name, int adminPort, ChildFiles files, Surroundings surroundings)
      throws IOException {
    this.name = name;
    this.adminPort = adminPort;
    this.files = files;
    this.surroundings = surroundings;
    this.process = spawn();
  }

  /** Starts an instance; returns before it is ready. */
  static InstanceProcess start(
      String name, ChildFiles files, String bootstrap, Surroundings surroundings)
      throws IOException {
    int adminPort = FreePorts.take();
    files.configure(bootstrap, adminPort);
    return new InstanceProcess(name, adminPort, files, surroundings);
  }

  String name() {
    return name;
  }

  ChildFiles files() {
    return files;
  }

  /** Ends it as a power cut would. */
  synchronized void kill() {
    down = true;
    process.destroyForcibly().onExit().join();
  }

  /** Asks it to finish and waits until it has; one that has ended already is left as it is. */
  Duration terminate() throws InterruptedException {
    Process asked = takeDown();
    long start = System.nanoTime();
    asked.destroy();
    if (!asked.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
      throw CommandFailure.failed(
          "%s did not stop within %d s of SIGTERM: %s"
              .formatted(name, STOP_LIMIT.toSeconds(), files.lastLines()));
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Starts it again on the state that it left. */
  synchronized void restart() throws IOException {
    if (closed) {
      throw CommandFailure.failed(name + " is not started again: the run is over");
    }
    process = spawn();
    down = false;
  }

  /** Starts it where it has to refuse, and waits until it has ended; empty when it did not. */
  Optional<Integer> refusal(Duration limit) throws IOException, InterruptedException {
    Process trial = trial();
    if (!trial.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
      return Optional.empty();
    }
    return Optional.of(trial.exitValue());
  }

  /** Holds it for so long in the middle of whatever it does. */
  void pause(Duration length) throws IOException, InterruptedException {
    Freeze.hold(process, length);
  }

  /** Waits until it says on its probe that it is processing. */
  void awaitReady() throws InterruptedException {
    long limit = System.nanoTime() + READY_LIMIT.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > limit) {
        throw CommandFailure.failed(
            "%s was not ready within %d s: %s"
                .formatted(name, READY_LIMIT.toSeconds(), files.lastLines()));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  /**
   * Starts it again where it has ended by itself, as whatever supervises an instance does.
   *
   * @return its exit status; empty where it runs or was ended on purpose
   */
  synchronized Optional<Integer> revive() throws IOException {
    if (down || closed || process.isAlive()) {
      return Optional.empty();
    }
    int status = process.exitValue();
    process = spawn();
    return Optional.of(status);
  }

  /** Kills it, paused or not. */
  @Override
  public synchronized void close() {
    closed = true;
    kill();
  }

  private synchronized Process takeDown() {
    down = true;
    return process;
  }

  private synchronized Process trial() throws IOException {
    process = spawn();
    return process;
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

  private Process spawn() throws IOException {
    files.emptyScratch();
    ProcessBuilder child = new ProcessBuilder(command());
    child.environment().put("ORT_DISABLE_TELEMETRY", "1");
    child.environment().putAll(surroundings.environment());
    return child
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
        .start();
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(surroundings.prefix());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + files.scratch(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run",
            "--config",
            files.configuration().toString()));
    return command;
  }
}
