package dev.rampart.ops.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.Lines;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.Paths;
import dev.rampart.ops.client.ServerCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code subject}: everything about a user. */
@Command(
    name = "subject",
    description = "Tells what is known of a user: strikes, actions, features, snoozes, decisions.")
public final class SubjectCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "ID", description = "Id of the user.")
  private String id = "";

  @Override
  protected ExitCode run(OpsClient client, Output output) {
    JsonNode story = client.get(Paths.of("v1", "subjects", id), JsonNode.class);
    output.result(story, () -> Lines.tree(story));
    return ExitCode.DONE;
  }
}
