package dev.rampart.ops.policies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.Lines;
import dev.rampart.ops.client.ServedCall;
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
 * Which way a command's change goes. Through the ops service, where the name of the token is the
 * author and its role has to allow it; or, with {@code --bootstrap}, to the topics themselves,
 * where the author is who says so: that breaks the glass when no instance answers, and the audit's
 * entry says {@value SignatureOptions#BREAK_GLASS}.
 */
public final class ChangeRoute {
  private static final String BROKER = "--bootstrap";
  private static final List<String> OF_THE_TOPICS =
      List.of("--author", "--client-properties", "--prefix");

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private final ServerOptions server = new ServerOptions();
  @Mixin private final SignatureOptions signature = new SignatureOptions();

  /** Whether it goes to the topics themselves. */
  public boolean breaksGlass() {
    return isGiven(BROKER);
  }

  /** Who makes a change on the topics, and why. */
  public Signature signature() {
    return signature.signature();
  }

  /**
   * Makes the change through the service.
   *
   * @param rehearsed whether only to tell what would happen
   * @param ofTheTopics options that the service does not know, beside those that it never does
   */
  public ExitCode ask(ServedCall call, boolean rehearsed, List<String> ofTheTopics, Output output) {
    refuse(Stream.concat(OF_THE_TOPICS.stream(), ofTheTopics.stream()).toList());
    return ServerCommand.explained(() -> send(call, rehearsed, output));
  }

  private ExitCode send(ServedCall call, boolean rehearsed, Output output) {
    Map<String, Object> body = new HashMap<>(call.body());
    body.put("reason", signature().reason());
    body.put("dry_run", rehearsed);
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
