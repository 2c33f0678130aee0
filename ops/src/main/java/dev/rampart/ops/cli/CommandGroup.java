package dev.rampart.ops.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A name that only groups commands, {@code topics} for instance: run alone it is wrong usage. */
@Command(mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
public abstract class CommandGroup implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private CommandSpec spec;

  @Override
  public final void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing; one of: " + String.join(", ", commands()));
  }

  private Iterable<String> commands() {
    return spec.subcommands().keySet();
  }
}
