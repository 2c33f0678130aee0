package dev.rampart.ops.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Runs one command line against given streams: what {@code main} does, without the exit. */
public final class Program {
  private Program() {}

  /** Runs the command line {@code args} of the command tree under {@code root}. */
  public static int run(Object root, PrintWriter out, PrintWriter err, String... args) {
    FailureRenderer failures = new FailureRenderer();
    return new CommandLine(root)
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .execute(args);
  }
}
