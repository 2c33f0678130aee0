package dev.rampart.ops.models;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.Lines;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.ServerCommand;
import picocli.CommandLine.Command;

/** {@code models served}: what a running instance serves. */
@Command(name = "served", description = "Shows the models that a running instance serves.")
public final class ModelsServedCommand extends ServerCommand {
  @Override
  protected ExitCode run(OpsClient client, Output output) {
    JsonNode models = client.get("/v1/models", JsonNode.class);
    output.result(
        models,
        () ->
            Lines.table(
                models.path("items"),
                "name",
                "version",
                "role",
                "share",
                "device",
                "circuit",
                "refused"));
    return ExitCode.DONE;
  }
}
