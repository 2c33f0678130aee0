package dev.rampart.ops.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.ChangeOptions;
import dev.rampart.ops.client.Lines;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.ServerCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dead-letters redrive}: sends dead letters again. */
@Command(
    name = "redrive",
    description =
        "Sends dead letters again to the topic that they came from, unchanged, each once. Tells"
            + " what it would do unless --apply is given.")
public final class LetterRedriveCommand extends ServerCommand {
  @Option(names = "--cause", paramLabel = "CAUSE", description = "Only letters of this cause.")
  private Optional<String> cause = Optional.empty();

  @Option(
      names = "--letter",
      paramLabel = "PARTITION:OFFSET",
      description = "Only the letter at this place.")
  private Optional<String> letter = Optional.empty();

  @Mixin private final ChangeOptions change = new ChangeOptions();

  @Override
  protected ExitCode run(OpsClient client, Output output) {
    Map<String, Object> body = new LinkedHashMap<>(change.body());
    cause.ifPresent(text -> body.put("cause", text));
    letter
        .map(LetterRedriveCommand::place)
        .ifPresent(
            place -> {
              body.put("partition", place.partition());
              body.put("offset", place.offset());
            });
    JsonNode done = client.send("POST", "/v1/dead-letters/redrive", body, JsonNode.class);
    output.result(done, () -> Lines.tree(done));
    return done.path("failed").asLong() == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static LetterPlace place(String text) {
    return LetterPlace.parse(text)
        .orElseThrow(
            () ->
                CommandFailure.wrongUsage(
                    "--letter: found '%s', allowed is PARTITION:OFFSET".formatted(text)));
  }
}
