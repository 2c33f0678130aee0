package dev.rampart.ops.policies;

import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.ServedCall;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code policies approve}: the second pair of eyes. */
@Command(
    name = "approve",
    description =
        "Approves the version of a policy that waits for it. The approver is not its author.")
public final class ApproveCommand extends ChangeCommand {
  @Parameters(paramLabel = "POLICY", description = "Id of the policy.")
  private String policy = "";

  @Mixin private final EffectiveOption effective = new EffectiveOption();

  @Override
  ServedCall served() {
    return ServedCall.post("/v1/policies/" + OpsClient.quoted(policy) + "/approve", Map.of());
  }

  @Override
  List<String> optionsOfTheTopics() {
    return List.of("--effective-in");
  }

  @Override
  void run(PolicyTopics topics, Output output) {
    Published published =
        new PolicyDesk(topics, clock()).approve(policy, effective.duration(), signature());
    output.result(published, published::line);
  }
}
