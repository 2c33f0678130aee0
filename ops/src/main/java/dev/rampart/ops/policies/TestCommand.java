package dev.rampart.ops.policies;

import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.document.PolicyProblem;
import dev.rampart.actions.policy.CompiledPolicy;
import dev.rampart.actions.policy.PolicyInForce;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.schemas.PolicyState;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policies test}: do policies still say what saved cases expect? */
@Command(
    name = "test",
    description = {
      "Evaluates policies, whatever state their files name, on saved cases, a JSON object a line:",
      "{\"name\": \"…\", \"event\": {\"type\": \"message\", …}, \"features\": {\"name\": 1},"
          + " \"scores\": {\"model.label\": 0.9}, \"strikes\": 0, \"rules\": [\"policy/rule\"],"
          + " \"actions\": [\"policy/rule/kind\"]}",
      "A feature or score that a case does not name is missing. Exit code 1 when a case fails."
    })
public final class TestCommand extends RampartCommand {
  @Parameters(paramLabel = "FILE|DIR", description = "The policies.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path policies;

  @Option(names = "--cases", paramLabel = "FILE", required = true, description = "The cases.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path cases;

  /** The answer. */
  record Tested(int cases, List<PolicyCase.Outcome> failed) {
    String text() {
      return failed.isEmpty()
          ? "all " + cases + " cases pass"
          : failed.stream()
              .map(PolicyCase.Outcome::line)
              .collect(Collectors.joining("\n", failed.size() + " of " + cases + " fail\n", ""));
    }
  }

  @Override
  protected ExitCode run(Output output) {
    PolicyVocabulary vocabulary = PolicyFile.vocabulary(Sources.shipped());
    PolicySet set = live(vocabulary);
    List<PolicyCase> read = new CaseFile(cases, vocabulary).read();
    List<PolicyCase.Outcome> failed =
        read.stream().map(one -> one.judge(set)).filter(outcome -> !outcome.passed()).toList();
    Tested tested = new Tested(read.size(), failed);
    output.result(tested, tested::text);
    return failed.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private PolicySet live(PolicyVocabulary vocabulary) {
    try {
      List<CompiledPolicy> compiled = PolicyFile.compile(policies, vocabulary);
      return PolicySet.inForce(
          compiled.stream().map(policy -> new PolicyInForce(policy, PolicyState.LIVE, 0)).toList());
    } catch (PolicyException wrong) {
      throw CommandFailure.wrongUsage(
          wrong.problems().stream().map(PolicyProblem::toString).toList());
    }
  }
}
