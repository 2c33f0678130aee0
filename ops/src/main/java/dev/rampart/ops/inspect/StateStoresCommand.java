package dev.rampart.ops.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.Lines;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.ServerCommand;
import picocli.CommandLine.Command;

/** {@code state stores}: the stores as one instance holds them. */
@Command(name = "stores", description = "Lists the stores as the asked instance holds them.")
public final class StateStoresCommand extends ServerCommand {
  @Override
  protected ExitCode run(OpsClient client, Output output) {
    JsonNode stores = client.get("/v1/stores", JsonNode.class);
    output.result(
        stores,
        () ->
            Lines.table(
                stores.path("items"),
                "name",
                "kind",
                "entries_estimate",
                "partitions",
                "restore",
                "standby_lag"));
    return ExitCode.DONE;
  }
}
