package dev.rampart.ops.policies;

import dev.rampart.ops.cli.Output;
import dev.rampart.schemas.PolicyVersion;
import java.time.Duration;
import java.time.Instant;
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
public final class RollbackCommand extends TopicCommand {
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
  @Mixin private final SignatureOptions signature = new SignatureOptions();

  /** What was done. */
  record RolledBack(
      String policy,
      int withdrawn,
      @Nullable Integer restored,
      Instant effectiveFrom,
      int reversed,
      int shared) {
    String text() {
      return "%s: version %d withdrawn from %s, %s; %d actions taken back, %d left to other policies"
          .formatted(
              policy,
              withdrawn,
              effectiveFrom,
              restored == null ? "no version takes its place" : "version " + restored + " is live",
              reversed,
              shared);
    }
  }

  @Override
  void run(PolicyTopics topics, Output output) throws InterruptedException {
    PolicyDesk desk = new PolicyDesk(topics, clock());
    OptionalInt target = to == null ? OptionalInt.empty() : OptionalInt.of(to);
    Rollback rollback = Rollback.plan(desk.shelf(policy), target);
    Instant from = rollback.apply(desk, effective.duration(), signature.signature());
    RolledBack done =
        reverseActions ? reverse(topics, rollback, from) : outcome(rollback, from, 0, 0);
    output.result(done, done::text);
  }

  private RolledBack reverse(PolicyTopics topics, Rollback rollback, Instant from)
      throws InterruptedException {
    Duration wait = Duration.between(clock().instant(), from).plus(settle);
    Thread.sleep(Math.max(0, wait.toMillis()));
    Reversals reversals = topics.reversals(cluster().client());
    Deeds deeds = reversals.deedsOf(rollback);
    PolicyVersion withdrawn = rollback.withdrawn();
    int count = deeds.toReverse().size();
    Deed deed =
        new Deed(
            "policy.reverse",
            "policy:" + withdrawn.getPolicy() + "@" + withdrawn.getVersion(),
            Map.of("actions", Integer.toString(count)));
    topics.audit(signature.signature(), deed, clock().instant());
    reversals.overturn(deeds.toReverse().values(), topics, clock().instant());
    return outcome(rollback, from, count, deeds.shared());
  }

  private static RolledBack outcome(Rollback rollback, Instant from, int reversed, int shared) {
    return new RolledBack(
        rollback.withdrawn().getPolicy(),
        rollback.withdrawn().getVersion(),
        rollback.restored().map(PolicyVersion::getVersion).orElse(null),
        from,
        reversed,
        shared);
  }
}
