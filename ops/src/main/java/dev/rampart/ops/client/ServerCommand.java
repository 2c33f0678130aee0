package dev.rampart.ops.client;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.http.Problem;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;

/** A command that does its work through the ops service of a running instance. */
public abstract class ServerCommand extends RampartCommand {
  @Mixin private final ServerOptions options = new ServerOptions();

  /** Does the work. */
  protected abstract ExitCode run(OpsClient client, Output output);

  @Override
  protected final ExitCode run(Output output) {
    return explained(() -> run(options.client(), output));
  }

  /** Makes calls; what the service refuses becomes a failure that is understood. */
  public static <T> T explained(Supplier<T> calls) {
    try {
      return calls.get();
    } catch (OpsException refused) {
      Problem problem = refused.problem();
      List<String> problems =
          problem.problems().isEmpty() ? List.of(problem.detail()) : problem.problems();
      throw refused.isWrongUsage()
          ? CommandFailure.wrongUsage(problems)
          : CommandFailure.failed(problem.detail(), refused);
    }
  }
}
