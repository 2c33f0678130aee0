package dev.rampart.ops.policies;

import dev.rampart.ops.cli.Output;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policies kill}: a policy, or all of them, stop acting at once. */
@Command(
    name = "kill",
    description =
        "Stops a policy at once: it goes on being evaluated and recorded, and nothing is done.")
public final class KillCommand extends TopicCommand {
  @Parameters(paramLabel = "POLICY|all", description = "Id of the policy, or all.")
  private String policy = "";

  @Option(names = "--lift", description = "Take the kill switch back.")
  private boolean lift;

  @Mixin private final SignatureOptions signature = new SignatureOptions();

  @Override
  void run(PolicyTopics topics, Output output) {
    ControlDesk desk = new ControlDesk(topics, clock());
    if (lift) {
      desk.revive(policy, signature.signature());
    } else {
      var unused = desk.kill(policy, signature.signature());
    }
    output.result(
        Map.of("policy", policy, "stopped", !lift),
        () -> policy + (lift ? ": acts again" : ": stopped"));
  }
}
