package dev.rampart.ops.chaos;

import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * File systems of a fixed size, one for the state of each instance: tmpfs mounted in a user and
 * mount namespace of its own, which needs no privileges where the system allows such namespaces.
 * Only processes that are started with {@link #prefix} see them. Gone with its holder process.
 */
final class SmallDisk implements AutoCloseable {
  private static final int MEGABYTES = 256;
  private static final String FILLER = "filler";

  private final Process holder;

  private SmallDisk(Process holder) {
    this.holder = holder;
  }

  /** Whether this system has the tools and allows their use. */
  static boolean isPossible() {
    try {
      Process trial =
          new ProcessBuilder("unshare", "--user", "--map-root-user", "--mount", "nsenter", "-V")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return trial.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Mounts a disk on each of these folders, which exist. */
  static SmallDisk on(List<Path> folders) throws IOException {
    Process holder =
        new ProcessBuilder(
                "unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script(folders))
            .redirectErrorStream(true)
            .start();
    String answer = holder.inputReader(StandardCharsets.UTF_8).readLine();
    if (!"mounted".equals(answer)) {
      holder.destroyForcibly();
      throw CommandFailure.failed("a small disk could not be mounted: " + answer);
    }
    return new SmallDisk(holder);
  }

  private static String script(List<Path> folders) {
    return folders.stream()
            .map(folder -> "mount -t tmpfs -o size=" + MEGABYTES + "m tmpfs " + folder + " && ")
            .collect(Collectors.joining())
        + "echo mounted && exec sleep 2147483647";
  }

  /** What a command line has to begin with for its process to see the disks. */
  List<String> prefix() {
    return List.of(
        "nsenter",
        "--target",
        Long.toString(holder.pid()),
        "--user",
        "--mount",
        "--preserve-credentials");
  }

  /** The folder as processes see it that were started without the prefix. */
  Path seen(Path folder) {
    return Path.of("/proc/" + holder.pid() + "/root" + folder);
  }

  /** Fills the disk to its last byte. */
  void fill(Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(prefix());
    command.addAll(List.of("sh", "-c", "cat /dev/zero >" + folder.resolve(FILLER)));
    Process filling =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!filling.waitFor(1, TimeUnit.MINUTES)) {
      filling.destroyForcibly();
      throw CommandFailure.failed("the disk " + folder + " did not fill up within a minute");
    }
  }

  /** Makes room again. */
  void free(Path folder) throws IOException {
    Files.deleteIfExists(seen(folder).resolve(FILLER));
  }

  @Override
  public void close() {
    holder.destroyForcibly().onExit().join();
  }
}
