package dev.rampart.ops.chaos;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts an instance again that has ended by itself, as Kubernetes or systemd does, and keeps
 * account of it. Told of faults by one thread, watching on another.
 */
final class Supervisor {
  private static final long PAUSE_MILLIS = 1_000;

  private final List<InstanceProcess> instances;
  private final List<Exit> exits = new CopyOnWriteArrayList<>();
  private volatile @Nullable Fault last;
  private volatile boolean done;

  Supervisor(List<InstanceProcess> instances) {
    this.instances = instances;
  }

  /** From now on an end is laid to this fault. */
  void struck(Fault fault) {
    last = fault;
  }

  /** Watches until it is told to stop. */
  void watch() throws IOException, InterruptedException {
    while (!done) {
      for (InstanceProcess instance : instances) {
        Optional<Integer> status = instance.revive();
        status.ifPresent(found -> note(instance, found));
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  /** Watches no longer. */
  void stop() {
    done = true;
  }

  /** What ended by itself. */
  List<Exit> exits() {
    return List.copyOf(exits);
  }

  private void note(InstanceProcess instance, int status) {
    Fault fault = last;
    exits.add(
        fault == null
            ? new Exit(instance.name(), status, "nothing", false)
            : new Exit(instance.name(), status, fault.word(), fault.mayEndAnInstance()));
  }
}
