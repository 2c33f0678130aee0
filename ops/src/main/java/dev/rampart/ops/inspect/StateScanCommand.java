package dev.rampart.ops.inspect;

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
import picocli.CommandLine.Parameters;

/** {@code state scan}: keys of the part of a store that one instance holds. */
@Command(name = "scan", description = "Lists keys of the part that the asked instance holds.")
public final class StateScanCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "STORE", description = "Name of the store.")
  private String store = "";

  @Option(
      names = "--after",
      paramLabel = "CURSOR",
      description = "Goes on where the page with this 'next' ended.")
  private String after = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "Keys to list, 1 to 1000. Default: ${DEFAULT-VALUE}")
  private int limit = 100;

  @Override
  protected ExitCode run(OpsClient client, Output output) {
    require("--limit", limit, 1, 1000);
    String query = Paths.query(Map.of("after", after, "limit", Integer.toString(limit)));
    JsonNode page = client.get(Paths.of("v1", "stores", store, "keys") + query, JsonNode.class);
    output.result(page, () -> Lines.table(page.path("items"), "key", "bytes", "summary"));
    output.note(
        "partitions %s of %s; next: %s"
            .formatted(
                Lines.cell(page.path("partitions")),
                page.path("instance").asText(),
                Lines.cell(page.path("next"))));
    return ExitCode.DONE;
  }
}
