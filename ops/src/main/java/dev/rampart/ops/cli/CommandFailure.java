package dev.rampart.ops.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure that is understood: it is shown as its problems, one line each, without a stack trace
 * unless {@code --verbose} is given. Messages say what was found and what is allowed, and never
 * hold message text or secrets.
 */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final List<String> problems;

  private CommandFailure(ExitCode exitCode, List<String> problems, @Nullable Throwable cause) {
    super(String.join("; ", problems), cause);
    this.exitCode = exitCode;
    this.problems = List.copyOf(problems);
  }

  /** The work could not be done. */
  public static CommandFailure failed(String problem) {
    return new CommandFailure(ExitCode.FAILED, List.of(problem), null);
  }

  /** The work could not be done, because of {@code cause}. */
  public static CommandFailure failed(String problem, Throwable cause) {
    return new CommandFailure(ExitCode.FAILED, List.of(problem), cause);
  }

  /** The command line or the configuration is wrong. */
  public static CommandFailure wrongUsage(String problem) {
    return wrongUsage(List.of(problem));
  }

  /** The command line or the configuration is wrong, in all these ways. */
  public static CommandFailure wrongUsage(List<String> problems) {
    return new CommandFailure(ExitCode.WRONG_USAGE, problems, null);
  }

  /** The command line or the configuration is wrong, because of {@code cause}. */
  public static CommandFailure wrongUsage(String problem, Throwable cause) {
    return new CommandFailure(ExitCode.WRONG_USAGE, List.of(problem), cause);
  }

  /** How the command ends. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** All that is wrong, at least one line. */
  public List<String> problems() {
    return problems;
  }
}
