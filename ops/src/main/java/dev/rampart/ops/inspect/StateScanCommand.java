package dev.rampart.ops.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.Lines;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.PageOptions;
import dev.rampart.ops.client.Paths;
import dev.rampart.ops.client.ServerCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code state scan}: keys of the part of a store that one instance holds. */
@Command(name = "scan", description = "Lists keys of the part that the asked instance holds.")
public final class StateScanCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "STORE", description = "Name of the store.")
  private String store = "";

  @Mixin private final PageOptions page = new PageOptions();

  @Override
  protected ExitCode run(OpsClient client, Output output) {
    String path = Paths.of("v1", "stores", store, "keys") + Paths.query(page.query());
    JsonNode keys = client.get(path, JsonNode.class);
    output.result(keys, () -> Lines.table(keys.path("items"), "key", "bytes", "summary"));
    output.note(
        "partitions %s of %s; next: %s"
            .formatted(
                Lines.cell(keys.path("partitions")),
                keys.path("instance").asText(),
                Lines.cell(keys.path("next"))));
    return ExitCode.DONE;
  }
}
