package dev.rampart.ops.policies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.Lines;
import dev.rampart.ops.client.ServerCommand;
import dev.rampart.ops.client.ServerOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A command that changes something about policies. It goes through the ops service, where the name
 * of the token is the author and its role has to allow it. With {@code --bootstrap} it goes to the
 * topics themselves, where the author is who says so: that breaks the glass when no instance
 * answers, and the audit's entry says {@value SignatureOptions#BREAK_GLASS}.
 */
abstract class ChangeCommand extends TopicCommand {
  private static final String BROKER = "--bootstrap";
  private static final List<String> OF_THE_TOPICS =
      List.of("--author", "--client-properties", "--prefix");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private final ServerOptions server = new ServerOptions();
  @Mixin private final SignatureOptions signature = new SignatureOptions();

  /**
   * The same as a call of the service.
   *
   * @param body without the reason
   */
  record Call(String method, String path, Map<String, ?> body) {
    static Call post(String path, Map<String, ?> body) {
      return new Call("POST", path, body);
    }
  }

  /** The same as a call of the service. */
  abstract Call served();

  /** Options that the service does not know. */
  List<String> optionsOfTheTopics() {
    return List.of();
  }

  /** Whether only to tell what would happen. */
  boolean rehearsed() {
    return false;
  }

  final Signature signature() {
    return signature.signature();
  }

  @Override
  protected final ExitCode run(Output output) throws Exception {
    if (isGiven(BROKER)) {
      return super.run(output);
    }
    refuse(Stream.concat(OF_THE_TOPICS.stream(), optionsOfTheTopics().stream()).toList());
    return ServerCommand.explained(() -> ask(output));
  }

  private ExitCode ask(Output output) {
    Call call = served();
    Map<String, Object> body = new HashMap<>(call.body());
    body.put("reason", signature().reason());
    body.put("dry_run", rehearsed());
    JsonNode answer = server.client().send(call.method(), call.path(), body, JsonNode.class);
    output.result(answer, () -> Lines.tree(answer));
    return ExitCode.DONE;
  }

  private void refuse(List<String> options) {
    List<String> given = options.stream().filter(this::isGiven).toList();
    if (!given.isEmpty()) {
      throw CommandFailure.wrongUsage(
          "%s: allowed with %s only; through the service the token says who does this"
              .formatted(String.join(", ", given), BROKER));
    }
  }

  private boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }
}
