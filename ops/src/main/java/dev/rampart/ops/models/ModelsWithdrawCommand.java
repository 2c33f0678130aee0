package dev.rampart.ops.models;

import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.ChangeOptions;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.ServerCommand;
import dev.rampart.ops.serving.Lineup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code models withdraw}: a canary or a shadow leaves. */
@Command(
    name = "withdraw",
    description = "Takes the canary or the shadow of a model out on every running instance.")
public final class ModelsWithdrawCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "NAME/VERSION", description = "Version of a model.")
  private String version = "";

  @Mixin private final ChangeOptions change = new ChangeOptions();

  @Override
  protected ExitCode run(OpsClient client, Output output) {
    Lineup lineup = client.send("DELETE", VersionPath.of(version), change.body(), Lineup.class);
    output.result(lineup, () -> change.outcome(VersionPath.line(lineup)));
    return ExitCode.DONE;
  }
}
