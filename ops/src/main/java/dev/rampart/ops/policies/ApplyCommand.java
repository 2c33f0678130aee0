package dev.rampart.ops.policies;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.ServedCall;
import dev.rampart.ops.decisions.LogOptions;
import dev.rampart.ops.pipeline.Sources;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policies apply}: what a version would have done is done now. */
@Command(
    name = "apply",
    description =
        "Applies a published version to the past: of what a backtest shows, the actions that the"
            + " past lacks. Tells what it would do unless --apply is given; doing it again does"
            + " nothing more.")
public final class ApplyCommand extends ChangeCommand {
  private static final long BUDGET = 1_000;

  @Parameters(paramLabel = "POLICY", description = "Id of the policy.")
  private String policy = "";

  @Option(
      names = "--policy-version",
      paramLabel = "N",
      description = "The version, in whatever state it is; required unless --approve or --reverse.")
  private @Nullable Integer version;

  @Mixin private final LogOptions log = new LogOptions();

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "Most actions, reviews not counted. Default: ${DEFAULT-VALUE}")
  private long budget = BUDGET;

  @Option(
      names = "--over-budget",
      paramLabel = "WHAT",
      defaultValue = "refuse",
      description = "refuse: nothing is done; review: the rest goes to people. Default: refuse")
  private OverBudget overBudget = OverBudget.REFUSE;

  @Option(
      names = "--approve",
      paramLabel = "ID",
      description = "Approve this amendment, which another proposed.")
  private Optional<String> approve = Optional.empty();

  @Option(
      names = "--reverse",
      paramLabel = "ID",
      description = "Take back what this amendment did.")
  private Optional<String> reverse = Optional.empty();

  @Option(names = "--apply", description = "Do it.")
  private boolean apply;

  /** What becomes of actions over the budget. */
  enum OverBudget {
    REFUSE,
    REVIEW
  }

  @Override
  ServedCall served() {
    String path = "/v1/policies/" + OpsClient.quoted(policy) + "/amendments";
    if (approve.isPresent()) {
      return ServedCall.post(path + "/" + OpsClient.quoted(approve.get()) + "/approve", Map.of());
    }
    if (reverse.isPresent()) {
      return ServedCall.post(path + "/" + OpsClient.quoted(reverse.get()) + "/reverse", Map.of());
    }
    AmendmentRequest request = request();
    return ServedCall.post(
        path,
        Map.of(
            "version", request.version(),
            "from", request.from().toString(),
            "to", request.to().toString(),
            "budget", request.budget(),
            "review_over", request.reviewOver()));
  }

  @Override
  boolean rehearsed() {
    return !apply;
  }

  @Override
  List<String> optionsOfTheTopics() {
    return List.of("--log");
  }

  @Override
  void run(PolicyTopics topics, Output output) throws Exception {
    Desk desk = new Desk(topics, PolicyFile.vocabulary(Sources.shipped()), clock());
    AmendmentDesk amendments =
        new AmendmentDesk(desk, cluster().client(), Optional.of(log.folder()));
    AmendmentReport report = report(amendments);
    output.result(report, report::text);
  }

  private AmendmentReport report(AmendmentDesk amendments) throws Exception {
    if (approve.isPresent()) {
      return amendments.approve(policy, approve.get(), signature(), !apply);
    }
    if (reverse.isPresent()) {
      return amendments.reverse(policy, reverse.get(), signature(), !apply);
    }
    return amendments.apply(request(), signature(), !apply);
  }

  private AmendmentRequest request() {
    Integer wanted = version;
    if (wanted == null) {
      throw CommandFailure.wrongUsage(
          "--policy-version: found nothing, required is the version to apply");
    }
    return new AmendmentRequest(
        policy,
        wanted,
        log.from().orElse(Instant.EPOCH),
        log.to()
            .orElseThrow(
                () ->
                    CommandFailure.wrongUsage(
                        "--to: found nothing, required is the time at which to stop")),
        budget,
        overBudget == OverBudget.REVIEW);
  }
}
