package dev.rampart.ops.policies;

import dev.rampart.actions.lifecycle.PolicyText;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.ServedCall;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.schemas.PolicyState;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policies publish}: a version comes to a state. */
@Command(
    name = "publish",
    description =
        "Publishes a version of a policy, or brings one that was published to another state. Every"
            + " instance switches at the same event; nothing restarts.")
public final class PublishCommand extends ChangeCommand {
  @Parameters(paramLabel = "FILE", description = "The policy.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path file;

  @Option(
      names = "--state",
      required = true,
      description = "One of ${COMPLETION-CANDIDATES}; what the file says of its state is ignored.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private PolicyState state;

  @Option(
      names = "--share",
      paramLabel = "SHARE",
      description = "Share of accounts for whom a canary acts, more than 0 to 1.")
  private @Nullable Double share;

  @Mixin private final EffectiveOption effective = new EffectiveOption();

  @Override
  ServedCall served() {
    PolicyText text = PolicyFile.text(file, PolicyFile.vocabulary(Sources.shipped()));
    Map<String, Object> body = new HashMap<>();
    body.put("document", text.yaml());
    body.put("state", state.name());
    body.put("effective_in_seconds", effective.duration().toSeconds());
    if (state == PolicyState.CANARY) {
      body.put("canary_share", share());
    }
    return ServedCall.post("/v1/policies/" + OpsClient.quoted(text.policy()) + "/versions", body);
  }

  @Override
  void run(PolicyTopics topics, Output output) {
    PolicyText text = PolicyFile.text(file, PolicyFile.vocabulary(Sources.shipped()));
    Published published =
        new PolicyDesk(topics, clock())
            .publish(text, state, share(), effective.duration(), signature());
    output.result(published, published::line);
  }

  private double share() {
    Double given = share;
    if (state != PolicyState.CANARY && given == null) {
      return 0;
    }
    if (given == null || state != PolicyState.CANARY || !(given > 0 && given <= 1)) {
      throw CommandFailure.wrongUsage(
          "--share: found %s with --state %s, allowed is more than 0 to 1, with --state canary only"
              .formatted(given == null ? "nothing" : given, state));
    }
    return given;
  }
}
