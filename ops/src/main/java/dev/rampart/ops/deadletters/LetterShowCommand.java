package dev.rampart.ops.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.Lines;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.Paths;
import dev.rampart.ops.client.ReasonOption;
import dev.rampart.ops.client.ServerCommand;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dead-letters show}: one dead letter with what is in it. */
@Command(
    name = "show",
    description = "Shows one dead letter with what is in it. The audit tells of it.")
public final class LetterShowCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "PARTITION", description = "Partition of the letter.")
  private int partition;

  @Parameters(index = "1", paramLabel = "OFFSET", description = "Offset of the letter.")
  private long offset;

  @Mixin private final ReasonOption reason = new ReasonOption();

  @Override
  protected ExitCode run(OpsClient client, Output output) {
    String path =
        Paths.of("v1", "dead-letters", Integer.toString(partition), Long.toString(offset));
    JsonNode letter =
        client.get(path + Paths.query(Map.of("reason", reason.text())), JsonNode.class);
    output.result(letter, () -> Lines.tree(letter));
    return ExitCode.DONE;
  }
}
