package dev.rampart.ops.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command of the program, with the options that all of them have. */
@Command(mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
public abstract class RampartCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private CommandSpec spec;

  @Option(names = "--json", description = "Print the result as one JSON document.")
  private boolean json;

  @Option(names = "--verbose", description = "Show log lines, and stack traces of failures.")
  private boolean verbose;

  /** Does the work; a failure that is understood is thrown as {@link CommandFailure}. */
  protected abstract ExitCode run(Output output) throws Exception;

  @Override
  public final Integer call() throws Exception {
    if (verbose) {
      LogLevels.raise();
    }
    return run(output()).status();
  }

  /** Refuses an option whose number is out of its range, as wrong usage. */
  protected static void require(String option, int found, int least, int most) {
    if (found < least || found > most) {
      throw CommandFailure.wrongUsage(
          "%s: found %d, allowed is %d to %d".formatted(option, found, least, most));
    }
  }

  boolean verbose() {
    return verbose;
  }

  Output output() {
    return new Output(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
  }
}
