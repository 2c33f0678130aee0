package dev.rampart.ops.models;

import dev.rampart.classifiers.ModelRole;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.ChangeOptions;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.ServerCommand;
import dev.rampart.ops.serving.Lineup;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models assign}: a version becomes live, canary or shadow. */
@Command(
    name = "assign",
    description =
        "Makes a version of a model live, canary or shadow on every running instance, without a"
            + " restart.")
public final class ModelsAssignCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "NAME/VERSION", description = "Version of a model.")
  private String version = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private ModelRole role = ModelRole.SHADOW;

  @Option(
      names = "--share",
      paramLabel = "SHARE",
      description = "Share of the accounts that a canary takes, more than 0 and at most 1.")
  private Optional<Double> share = Optional.empty();

  @Mixin private final ChangeOptions change = new ChangeOptions();

  @Override
  protected ExitCode run(OpsClient client, Output output) {
    Map<String, Object> body = new HashMap<>(change.body());
    body.put("role", role);
    share.ifPresent(value -> body.put("share", value));
    Lineup lineup = client.send("PUT", VersionPath.of(version), body, Lineup.class);
    output.result(lineup, () -> change.outcome(VersionPath.line(lineup)));
    return ExitCode.DONE;
  }
}
