package dev.rampart.ops.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Turns every failure of a command into lines on standard error and an exit code: one line a
 * problem, and a stack trace only with {@code --verbose}. With {@code --json} the problems are also
 * the document on standard output.
 */
final class FailureRenderer implements IExecutionExceptionHandler, IParameterExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, @Nullable ParseResult parseResult) {
    if (commandLine.getCommand() instanceof RampartCommand command) {
      return render(Failures.explain(failure), failure, command);
    }
    throw new IllegalStateException(failure);
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine commandLine = wrong.getCommandLine();
    commandLine.getErr().println("rampart: " + wrong.getMessage());
    commandLine
        .getErr()
        .println("Try: ./" + commandLine.getCommandSpec().qualifiedName() + " --help");
    commandLine.getErr().flush();
    return ExitCode.WRONG_USAGE.status();
  }

  private static int render(CommandFailure explained, Exception failure, RampartCommand command) {
    Output output = command.output();
    explained.problems().forEach(problem -> output.note("rampart: " + problem));
    if (command.verbose()) {
      output.note(Failures.stackTrace(failure));
    }
    if (output.json()) {
      output.result(document(explained.problems()), () -> "");
    }
    return explained.exitCode().status();
  }

  private static Map<String, List<String>> document(List<String> problems) {
    return Map.of("problems", problems);
  }
}
