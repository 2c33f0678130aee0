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
import picocli.CommandLine.Parameters;

/** {@code state owner}: which instances hold a key. */
@Command(name = "owner", description = "Tells which instances hold the record of a key.")
public final class StateOwnerCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "STORE", description = "Name of the store.")
  private String store = "";

  @Parameters(index = "1", paramLabel = "KEY", description = "Key of the record.")
  private String key = "";

  @Override
  protected ExitCode run(OpsClient client, Output output) {
    JsonNode owner =
        client.get(
            Paths.of("v1", "stores", store, "owner") + Paths.query(Map.of("key", key)),
            JsonNode.class);
    output.result(owner, () -> Lines.tree(owner));
    return ExitCode.DONE;
  }
}
