package dev.rampart.ops.bench.profile;

import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;
import one.profiler.AsyncProfiler;

/**
 * Samples the stacks of all threads that run, every two milliseconds of their processor time,
 * native frames included. There is one for the process.
 */
public final class Profiler {
  private static final String START = "start,event=ctimer,interval=2ms";

  private final AsyncProfiler profiler;

  private Profiler(AsyncProfiler profiler) {
    this.profiler = profiler;
  }

  /**
   * Loads the profiler; nothing is sampled yet.
   *
   * @throws CommandFailure where the operating system or its processor has none
   */
  public static Profiler load() {
    try {
      return new Profiler(AsyncProfiler.getInstance());
    } catch (IllegalStateException | UnsatisfiedLinkError missing) {
      throw CommandFailure.failed(
          "no profiler for %s on %s: %s"
              .formatted(
                  System.getProperty("os.name"),
                  System.getProperty("os.arch"),
                  missing.getMessage()),
          missing);
    }
  }

  /**
   * Starts to sample.
   *
   * @throws CommandFailure when the operating system does not let it
   */
  public void start() {
    execute(START);
  }

  /** Stops, and gives what was sampled as {@link StageTable#of} takes it. */
  public String stop() {
    execute("stop");
    return execute("collapsed");
  }

  /** Draws what was sampled as one HTML file; methods under a thousandth are left out. */
  public void draw(Path file, String title) {
    execute("flamegraph,minwidth=0.1,title=%s,file=%s".formatted(title, file.toAbsolutePath()));
  }

  private String execute(String command) {
    try {
      return profiler.execute(command);
    } catch (IOException | IllegalStateException | IllegalArgumentException refused) {
      throw CommandFailure.failed("the profiler refused: " + refused.getMessage(), refused);
    }
  }
}
