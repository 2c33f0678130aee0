package dev.rampart.ops.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.Paths;
import dev.rampart.ops.client.ServerCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: why an event was decided as it was. */
@Command(
    name = "explain",
    description =
        "Tells why an event was decided as it was: features, scores, every rule with the value of"
            + " each part, the ledger around it, actions and their reversals.")
public final class ExplainCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "EVENT_OR_ACTION", description = "Id of either.")
  private String id = "";

  @Option(names = "--all", description = "Show features and rules that did not match as well.")
  private boolean all;

  @Override
  protected ExitCode run(OpsClient client, Output output) {
    JsonNode explanation = client.get(Paths.of("v1", "decisions", id), JsonNode.class);
    output.result(explanation, () -> StoryText.of(explanation, all));
    return ExitCode.DONE;
  }
}
