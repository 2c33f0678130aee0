package dev.rampart.ops.topics;

import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code topics check}: are the topics there, and as they have to be? */
@Command(
    name = "check",
    description =
        "Checks that the topics exist, are compacted where they must be, and that the inputs have"
            + " the same number of partitions. Exit code 1 when something is wrong.")
public final class TopicsCheckCommand extends RampartCommand {
  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Override
  protected ExitCode run(Output output) {
    try (Cluster cluster = Cluster.connect(options.client())) {
      TopicCheck check =
          TopicCheck.of(
              options.topics(),
              cluster.describe(options.topics().stream().map(TopicPlan::name).toList()));
      output.result(check, () -> text(check));
      return check.passed() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private static String text(TopicCheck check) {
    return check.passed()
        ? "all " + check.topics().size() + " topics are as they have to be"
        : String.join(System.lineSeparator(), check.problems());
  }
}
