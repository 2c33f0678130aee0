package dev.rampart.ops.policies;

import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.ServedCall;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policies snooze}: spares a user or a guild for a while. */
@Command(
    name = "snooze",
    description =
        "Spares a user or a guild for a while: what policies would do is recorded, and not done.")
public final class SnoozeCommand extends ChangeCommand {
  @Parameters(paramLabel = "SUBJECT", description = "user:ID or guild:ID.")
  private String subject = "";

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      defaultValue = "all",
      description = "Which policy spares it. Default: ${DEFAULT-VALUE}")
  private String policy = "all";

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      defaultValue = "P1D",
      description = "How long, PT1S to P365D. Default: ${DEFAULT-VALUE}")
  private Duration time = Duration.ofDays(1);

  @Option(names = "--lift", description = "End it before its time.")
  private boolean lift;

  @Override
  ServedCall served() {
    Snooze.check(subject, time);
    return new ServedCall(
        lift ? "DELETE" : "POST",
        "/v1/snoozes",
        Map.of("subject", subject, "policy", policy, "seconds", time.toSeconds()));
  }

  @Override
  void run(PolicyTopics topics, Output output) {
    Snooze.check(subject, time);
    ControlDesk desk = new ControlDesk(topics, clock());
    if (lift) {
      desk.wake(subject, policy, signature());
    } else {
      var unused = desk.snooze(subject, policy, time, signature());
    }
    output.result(
        Map.of("subject", subject, "policy", policy, "spared", !lift),
        () -> subject + (lift ? ": no longer spared" : ": spared for " + time));
  }
}
