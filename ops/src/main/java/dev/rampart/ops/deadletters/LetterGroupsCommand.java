package dev.rampart.ops.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.Lines;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.ServerCommand;
import picocli.CommandLine.Command;

/** {@code dead-letters groups}: dead letters by stage and cause. */
@Command(name = "groups", description = "Counts dead letters by stage and cause.")
public final class LetterGroupsCommand extends ServerCommand {
  @Override
  protected ExitCode run(OpsClient client, Output output) {
    JsonNode groups = client.get("/v1/dead-letters/groups", JsonNode.class);
    output.result(
        groups,
        () ->
            Lines.table(
                groups.path("items"),
                "stage",
                "cause",
                "count",
                "newest",
                "redriven",
                "came_back"));
    return ExitCode.DONE;
  }
}
