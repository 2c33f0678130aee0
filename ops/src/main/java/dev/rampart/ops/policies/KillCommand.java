package dev.rampart.ops.policies;

import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.ServedCall;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policies kill}: a policy, or all of them, stop acting at once. */
@Command(
    name = "kill",
    description =
        "Stops a policy at once: it goes on being evaluated and recorded, and nothing is done.")
public final class KillCommand extends ChangeCommand {
  @Parameters(paramLabel = "POLICY|all", description = "Id of the policy, or all.")
  private String policy = "";

  @Option(names = "--lift", description = "Take the kill switch back.")
  private boolean lift;

  @Override
  ServedCall served() {
    String path = "/v1/policies/" + OpsClient.quoted(policy) + (lift ? "/revive" : "/kill");
    return ServedCall.post(path, Map.of());
  }

  @Override
  void run(PolicyTopics topics, Output output) {
    ControlDesk desk = new ControlDesk(topics, clock());
    if (lift) {
      desk.revive(policy, signature());
    } else {
      var unused = desk.kill(policy, signature());
    }
    output.result(
        Map.of("policy", policy, "stopped", !lift),
        () -> policy + (lift ? ": acts again" : ": stopped"));
  }
}
