package dev.rampart.ops.chaos;

import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What some faults need of the system: small disks for {@link Fault#DISK_FULL}, a library for
 * {@link Fault#CLOCK_JUMP}. Present only where the plan has these faults.
 */
final class Equipment implements AutoCloseable {
  private final Optional<SmallDisk> disk;
  private final Optional<Path> clockLibrary;

  private Equipment(Optional<SmallDisk> disk, Optional<Path> clockLibrary) {
    this.disk = disk;
    this.clockLibrary = clockLibrary;
  }

  /**
   * Makes ready what a plan needs.
   *
   * @param states folders of the instances' state
   * @throws CommandFailure where the system does not have it
   */
  static Equipment of(ChaosPlan plan, List<Path> states) throws IOException {
    List<String> missing = missing(plan.faults());
    if (!missing.isEmpty()) {
      throw CommandFailure.wrongUsage(missing);
    }
    return new Equipment(
        plan.has(Fault.DISK_FULL) ? Optional.of(SmallDisk.on(states)) : Optional.empty(),
        plan.has(Fault.CLOCK_JUMP) ? FakeClock.installed() : Optional.empty());
  }

  /** Why this system cannot make some of these faults; empty when it can make all. */
  static List<String> missing(List<Fault> faults) {
    List<String> missing = new ArrayList<>();
    if (faults.contains(Fault.DISK_FULL) && !SmallDisk.isPossible()) {
      missing.add(
          "--faults: disk-full needs unshare and nsenter of util-linux, and a system that allows"
              + " user namespaces");
    }
    if (faults.contains(Fault.CLOCK_JUMP) && FakeClock.installed().isEmpty()) {
      missing.add("--faults: clock-jump needs libfaketime (package libfaketime of Debian)");
    }
    return missing;
  }

  /** The small disks. */
  SmallDisk disk() {
    return disk.orElseThrow(() -> new IllegalStateException("the plan has no full disk"));
  }

  /** The clock of an instance. */
  FakeClock clock(ChildFiles files) {
    return new FakeClock(
        clockLibrary.orElseThrow(() -> new IllegalStateException("the plan has no clock jump")),
        files.clock());
  }

  /** The state of an instance as this process reaches it. */
  Path seen(ChildFiles files) {
    return disk.map(small -> small.seen(files.state())).orElse(files.state());
  }

  /** What the process of an instance is started in. */
  Surroundings surroundings(ChildFiles files) throws IOException {
    Map<String, String> environment =
        clockLibrary.isEmpty()
            ? Map.of()
            : FakeClock.right(clockLibrary.get(), files.clock()).environment();
    return new Surroundings(disk.map(SmallDisk::prefix).orElse(List.of()), environment);
  }

  @Override
  public void close() {
    disk.ifPresent(SmallDisk::close);
  }
}
