package dev.rampart.ops.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.Lines;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.Paths;
import dev.rampart.ops.client.ServerCommand;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dead-letters list}: the newest dead letters. */
@Command(name = "list", description = "Lists dead letters, the newest first.")
public final class LetterListCommand extends ServerCommand {
  @Option(names = "--cause", paramLabel = "CAUSE", description = "Only letters of this cause.")
  private String cause = "";

  @Option(
      names = "--after",
      paramLabel = "CURSOR",
      description = "Goes on where the page with this 'next' ended.")
  private String after = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "Letters to list, 1 to 1000. Default: ${DEFAULT-VALUE}")
  private int limit = 100;

  @Override
  protected ExitCode run(OpsClient client, Output output) {
    require("--limit", limit, 1, 1000);
    String query =
        Paths.query(Map.of("cause", cause, "after", after, "limit", Integer.toString(limit)));
    JsonNode page = client.get("/v1/dead-letters" + query, JsonNode.class);
    output.result(
        page,
        () ->
            Lines.table(
                page.path("items"),
                "partition",
                "offset",
                "at",
                "stage",
                "cause",
                "topic",
                "source_partition",
                "source_offset",
                "redriven",
                "detail"));
    return ExitCode.DONE;
  }
}
