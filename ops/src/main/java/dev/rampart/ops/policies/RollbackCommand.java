package dev.rampart.ops.policies;

import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.ServedCall;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policies rollback}: the version before comes back. */
@Command(
    name = "rollback",
    description =
        "Withdraws the canary of a policy, or where there is none the live version, whose"
            + " predecessor comes back. Never waits for approval.")
public final class RollbackCommand extends ChangeCommand {
  @Parameters(paramLabel = "POLICY", description = "Id of the policy.")
  private String policy = "";

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "Make this version live, which was live before.")
  private @Nullable Integer to;

  @Option(
      names = "--reverse-actions",
      description =
          "Also take back what the withdrawn version did and no other policy is behind. Doing it"
              + " again does nothing more.")
  private boolean reverseActions;

  @Option(
      names = "--settle",
      paramLabel = "DURATION",
      defaultValue = "PT2S",
      description =
          "How long to wait after the change holds before actions are looked for, so that decisions"
              + " in flight are committed. Default: ${DEFAULT-VALUE}")
  private Duration settle = Duration.ofSeconds(2);

  @Mixin private final EffectiveOption effective = new EffectiveOption();

  @Override
  ServedCall served() {
    Map<String, Object> body = new HashMap<>();
    body.put("reverse", reverseActions);
    if (to != null) {
      body.put("to", to);
    }
    return ServedCall.post("/v1/policies/" + OpsClient.quoted(policy) + "/rollback", body);
  }

  @Override
  List<String> optionsOfTheTopics() {
    return List.of("--effective-in", "--settle");
  }

  @Override
  void run(PolicyTopics topics, Output output) throws InterruptedException {
    PolicyDesk desk = new PolicyDesk(topics, clock());
    OptionalInt target = to == null ? OptionalInt.empty() : OptionalInt.of(to);
    Rollback.Applied applied =
        Rollback.carryOut(desk, policy, target, effective.duration(), signature());
    RolledBack done = reverseActions ? reverse(topics, applied) : RolledBack.of(applied, 0, 0);
    output.result(done, done::text);
  }

  private RolledBack reverse(PolicyTopics topics, Rollback.Applied applied)
      throws InterruptedException {
    Duration wait = Duration.between(clock().instant(), applied.from()).plus(settle);
    Thread.sleep(Math.max(0, wait.toMillis()));
    Reversals reversals = topics.reversals(cluster().client());
    Deeds deeds = reversals.deedsOf(applied.rollback());
    int count = reversals.overturn(deeds, applied.rollback(), topics, signature(), clock());
    return RolledBack.of(applied, count, deeds.shared());
  }
}
