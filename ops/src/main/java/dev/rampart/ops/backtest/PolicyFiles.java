package dev.rampart.ops.backtest;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.decisions.LogView;
import dev.rampart.schemas.PolicyState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads policies from files and compiles them against the names that a log has. */
final class PolicyFiles {
  private PolicyFiles() {}

  static PolicyDocument read(Path file) throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw CommandFailure.wrongUsage(file + ": is no file that can be read");
    }
    try {
      return PolicyDocument.parse(file.toString(), Files.readString(file));
    } catch (PolicyException wrong) {
      throw failure(wrong);
    }
  }

  /** The policies of a folder. */
  static List<PolicyDocument> readAll(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw CommandFailure.wrongUsage(folder + ": is no folder");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<PolicyDocument> documents = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".yml")).sorted().toList()) {
        documents.add(read(file));
      }
      return documents;
    }
  }

  /** The same policies with the draft, live, in the place of its policy. */
  static List<PolicyDocument> with(List<PolicyDocument> present, PolicyDocument draft) {
    List<PolicyDocument> policies =
        new ArrayList<>(
            present.stream().filter(other -> !other.policy().equals(draft.policy())).toList());
    policies.add(draft.inState(PolicyState.LIVE));
    return policies;
  }

  static PolicySet compile(List<PolicyDocument> documents, LogView log) {
    try {
      return PolicySet.of(documents, new PolicyVocabulary(log.features(), log.scores()));
    } catch (PolicyException wrong) {
      throw failure(wrong);
    }
  }

  private static CommandFailure failure(PolicyException wrong) {
    return CommandFailure.wrongUsage(wrong.problems().stream().map(Object::toString).toList());
  }
}
