package dev.rampart.ops.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A wall clock of one instance that can be set while it runs: libfaketime, loaded before the
 * process, reads how far it is shifted from a file. Monotonic time, which Java measures durations
 * with, is left alone, as it is when an administrator sets a clock.
 *
 * @param library of Debian's package {@code libfaketime}
 * @param file with the shift
 */
record FakeClock(Path library, Path file) {
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime"),
          Path.of("/usr/lib64/faketime"),
          Path.of("/usr/lib/faketime"));
  private static final String LIBRARY = "libfaketimeMT.so.1";

  /** The library where this system has it. */
  static Optional<Path> installed() {
    return FOLDERS.stream()
        .map(folder -> folder.resolve(LIBRARY))
        .filter(Files::exists)
        .findFirst();
  }

  /** A clock that is right, of the instance whose file this is. */
  static FakeClock right(Path library, Path file) throws IOException {
    FakeClock clock = new FakeClock(library, file);
    clock.shift(Duration.ZERO);
    return clock;
  }

  /**
   * What the environment of the instance needs. Without the fix turned off, timed waits of the
   * virtual machine return at once and it spins.
   */
  Map<String, String> environment() {
    return Map.of(
        "LD_PRELOAD", library.toString(),
        "FAKETIME_TIMESTAMP_FILE", file.toString(),
        "FAKETIME_CACHE_DURATION", "1",
        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
        "FAKETIME_FORCE_MONOTONIC_FIX", "0",
        "DONT_FAKE_MONOTONIC", "1");
  }

  /** Sets the clock so far ahead, or back; within a second. */
  void shift(Duration by) throws IOException {
    Files.writeString(file, "%+d%n".formatted(by.toSeconds()));
  }
}
