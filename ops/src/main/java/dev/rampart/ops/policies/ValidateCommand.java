package dev.rampart.ops.policies;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.document.PolicyProblem;
import dev.rampart.actions.policy.CompiledPolicy;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.pipeline.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policies validate}: can these policies be used? */
@Command(
    name = "validate",
    description =
        "Checks a policy file or a folder of them: structure, names, types and rules, each problem"
            + " with its line and column. Exit code 1 when there is any.")
public final class ValidateCommand extends RampartCommand {
  @Parameters(paramLabel = "FILE|DIR", description = "What to check.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path path;

  /** A policy that can be used. */
  record Valid(String policy, int version, int rules, int thresholds) {
    static Valid of(CompiledPolicy policy) {
      PolicyDocument document = policy.document();
      return new Valid(
          document.policy(),
          document.version(),
          document.rules().size(),
          document.thresholds().size());
    }

    String line() {
      return "%s version %d: %d rules, %d thresholds".formatted(policy, version, rules, thresholds);
    }
  }

  /** The answer. */
  record Checked(List<Valid> policies, List<PolicyProblem> problems) {
    String text() {
      return problems.isEmpty()
          ? policies.stream().map(Valid::line).collect(Collectors.joining("\n"))
          : problems.stream().map(PolicyProblem::toString).collect(Collectors.joining("\n"));
    }
  }

  @Override
  protected ExitCode run(Output output) {
    Checked checked = check();
    output.result(checked, checked::text);
    return checked.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private Checked check() {
    try {
      List<CompiledPolicy> policies =
          PolicyFile.compile(path, PolicyFile.vocabulary(Sources.shipped()));
      return new Checked(policies.stream().map(Valid::of).toList(), List.of());
    } catch (PolicyException wrong) {
      return new Checked(List.of(), wrong.problems());
    }
  }
}
