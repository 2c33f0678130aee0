package dev.rampart.ops.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.Lines;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.Paths;
import dev.rampart.ops.client.ServerCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code state get}: the record of a key, whoever owns it. */
@Command(
    name = "get",
    description =
        "Shows the record of a key, decoded. Whichever instance is asked, the owner answers.")
public final class StateGetCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "STORE", description = "Name of the store.")
  private String store = "";

  @Parameters(
      index = "1",
      paramLabel = "KEY",
      description = "An account's id, or KIND:ID of another entity: domain:example.org.")
  private String key = "";

  @Override
  protected ExitCode run(OpsClient client, Output output) {
    JsonNode record = client.get(Paths.of("v1", "stores", store, "keys", key), JsonNode.class);
    output.result(record, () -> Lines.tree(record));
    return ExitCode.DONE;
  }
}
