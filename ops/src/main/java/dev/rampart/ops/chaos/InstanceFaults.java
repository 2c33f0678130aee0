package dev.rampart.ops.chaos;

import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** What is done to an instance. Confined to one thread. */
final class InstanceFaults {
  private static final Duration TAKE_OVER_LIMIT = Duration.ofMinutes(2);
  private static final Duration REFUSAL_LIMIT = Duration.ofMinutes(1);
  private static final Duration SLOW = Duration.ofMillis(100);
  private static final Duration JUMP = Duration.ofHours(1);
  private static final int WRONG_CONFIGURATION = 2;

  private final Stage stage;
  private final List<Duration> stops = new CopyOnWriteArrayList<>();

  InstanceFaults(Stage stage) {
    this.stage = stage;
  }

  /** How long instances took to stop when they were asked to. */
  List<Duration> stops() {
    return List.copyOf(stops);
  }

  Struck kill(InstanceProcess victim) throws IOException {
    victim.kill();
    victim.restart();
    return Struck.at(victim.name());
  }

  Struck lose(InstanceProcess victim, Recovery recovery) throws IOException, InterruptedException {
    victim.kill();
    if (!recovery.await(TAKE_OVER_LIMIT)) {
      throw CommandFailure.failed(
          "nobody took over from %s within %d s"
              .formatted(victim.name(), TAKE_OVER_LIMIT.toSeconds()));
    }
    victim.restart();
    return Struck.at(victim.name());
  }

  Struck terminate(InstanceProcess victim) throws IOException, InterruptedException {
    stops.add(victim.terminate());
    victim.restart();
    return Struck.at(victim.name());
  }

  Struck pause(InstanceProcess victim, Duration length) throws IOException, InterruptedException {
    victim.pause(length);
    return Struck.at(victim.name());
  }

  Struck rollAll() throws IOException, InterruptedException {
    for (InstanceProcess instance : stage.instances()) {
      stops.add(instance.terminate());
      instance.restart();
      instance.awaitReady();
    }
    return Struck.at("every instance");
  }

  Struck cut(int index, Duration length) throws InterruptedException {
    stage.network().cut(index);
    return healed(index, length);
  }

  Struck delay(int index, Duration length) throws InterruptedException {
    stage.network().delay(index, SLOW);
    return healed(index, length);
  }

  private Struck healed(int index, Duration length) throws InterruptedException {
    try {
      TimeUnit.MILLISECONDS.sleep(length.toMillis());
    } finally {
      stage.network().heal(index);
    }
    return Struck.at(stage.instances().get(index).name());
  }

  /** Partitions move to and from the instance while nothing can be written, and then it stops. */
  Struck fillDisk(int index, Duration length) throws IOException, InterruptedException {
    InstanceProcess victim = stage.instances().get(index);
    SmallDisk disk = stage.equipment().disk();
    disk.fill(victim.files().state());
    try {
      InstanceProcess other = stage.instances().get((index + 1) % stage.instances().size());
      stops.add(other.terminate());
      other.restart();
      TimeUnit.MILLISECONDS.sleep(length.toMillis());
      stops.add(victim.terminate());
    } finally {
      disk.free(victim.files().state());
    }
    victim.restart();
    victim.awaitReady();
    return Struck.at(victim.name());
  }

  Struck spoilState(InstanceProcess victim, long salt) throws IOException, InterruptedException {
    stops.add(victim.terminate());
    int files = Scribbler.spoilState(stage.equipment().seen(victim.files()), salt);
    victim.restart();
    victim.awaitReady();
    return new Struck(victim.name(), files + " files overwritten");
  }

  Struck jumpClock(InstanceProcess victim, Duration length, long salt)
      throws IOException, InterruptedException {
    FakeClock clock = stage.equipment().clock(victim.files());
    Duration by = salt < 0 ? JUMP.negated() : JUMP;
    clock.shift(by);
    try {
      TimeUnit.MILLISECONDS.sleep(length.toMillis());
    } finally {
      clock.shift(Duration.ZERO);
    }
    return new Struck(victim.name(), "%+d min".formatted(by.toMinutes()));
  }

  Struck breakModel(InstanceProcess victim, long salt) throws IOException, InterruptedException {
    stops.add(victim.terminate());
    List<Path> graphs = victim.files().graphs();
    Path graph = graphs.get((int) Long.remainderUnsigned(salt, graphs.size()));
    Scribbler.spoil(graph, salt);
    Optional<Integer> status = victim.refusal(REFUSAL_LIMIT);
    if (status.isEmpty() || status.get() != WRONG_CONFIGURATION) {
      throw CommandFailure.failed(
          "%s did not refuse a broken model with status %d: found %s"
              .formatted(
                  victim.name(),
                  WRONG_CONFIGURATION,
                  status.map(Object::toString).orElse("that it runs")));
    }
    victim.files().copyModels();
    victim.restart();
    return new Struck(victim.name(), "refused " + graph.getName(graph.getNameCount() - 3));
  }
}
