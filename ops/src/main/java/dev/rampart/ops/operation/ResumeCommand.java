package dev.rampart.ops.operation;

import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.ChangeOptions;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.ServerCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code resume}: an instance goes on. */
@Command(name = "resume", description = "Lets an instance go on that was paused.")
public final class ResumeCommand extends ServerCommand {
  @Mixin private final ChangeOptions change = new ChangeOptions();

  @Override
  protected ExitCode run(OpsClient client, Output output) {
    InstanceState now = client.send("POST", "/v1/resume", change.body(), InstanceState.class);
    output.result(now, () -> change.outcome(now.state()));
    return ExitCode.DONE;
  }
}
