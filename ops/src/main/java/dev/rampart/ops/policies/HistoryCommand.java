package dev.rampart.ops.policies;

import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.ops.cli.Output;
import dev.rampart.schemas.PolicyTransition;
import dev.rampart.schemas.PolicyVersion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policies history}: every state of every version of a policy. */
@Command(
    name = "history",
    description = "Shows every state that the versions of a policy came to, the oldest first.")
public final class HistoryCommand extends TopicCommand {
  @Parameters(paramLabel = "POLICY", description = "Id of the policy.")
  private String policy = "";

  @Override
  void run(PolicyTopics topics, Output output) {
    List<Published> history =
        new PolicyDesk(topics, clock())
            .shelf(policy).versions().stream()
                .flatMap(HistoryCommand::states)
                .sorted(Comparator.comparing(Published::effectiveFrom))
                .toList();
    output.result(
        history, () -> history.stream().map(Published::line).collect(Collectors.joining("\n")));
  }

  private static Stream<Published> states(PolicyVersion version) {
    Stream<Published> held =
        Transitions.inForce(version).stream().map(state -> published(version, state));
    return version.getWaitsForApproval()
        ? Stream.concat(held, Stream.of(Published.of(version)))
        : held;
  }

  private static Published published(PolicyVersion version, PolicyTransition state) {
    return new Published(
        version.getPolicy(),
        version.getVersion(),
        state.getState(),
        state.getCanaryShare(),
        state.getEffectiveFrom(),
        false,
        state.getAuthor(),
        state.getApprover(),
        state.getReason());
  }
}
