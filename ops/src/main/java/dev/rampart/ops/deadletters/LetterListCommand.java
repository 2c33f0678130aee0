package dev.rampart.ops.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.Lines;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.PageOptions;
import dev.rampart.ops.client.Paths;
import dev.rampart.ops.client.ServerCommand;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dead-letters list}: the newest dead letters. */
@Command(name = "list", description = "Lists dead letters, the newest first.")
public final class LetterListCommand extends ServerCommand {
  @Option(names = "--cause", paramLabel = "CAUSE", description = "Only letters of this cause.")
  private String cause = "";

  @Mixin private final PageOptions page = new PageOptions();

  @Override
  protected ExitCode run(OpsClient client, Output output) {
    Map<String, String> query = new HashMap<>(page.query());
    query.put("cause", cause);
    JsonNode letters = client.get("/v1/dead-letters" + Paths.query(query), JsonNode.class);
    output.result(
        letters,
        () ->
            Lines.table(
                letters.path("items"),
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
