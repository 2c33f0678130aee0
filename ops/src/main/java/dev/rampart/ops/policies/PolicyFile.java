package dev.rampart.ops.policies;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.document.PolicyProblem;
import dev.rampart.actions.lifecycle.PolicyText;
import dev.rampart.actions.policy.CompiledPolicy;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.topology.features.CatalogueException;
import dev.rampart.topology.features.FeatureCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Policies as files. */
public final class PolicyFile {
  private PolicyFile() {}

  /** What policies may name with what ships with the program. */
  public static PolicyVocabulary vocabulary(Sources sources) {
    try {
      ModelRepository models = new ModelRepository(sources.models());
      return new PolicyVocabulary(
          FeatureCatalogue.load(sources.catalogue()).names(),
          models.newest().stream().map(models::manifest).flatMap(PolicyFile::scores).toList());
    } catch (CatalogueException wrong) {
      throw CommandFailure.wrongUsage(wrong.problems().stream().map(Object::toString).toList());
    }
  }

  private static Stream<String> scores(Manifest model) {
    return model.labels().stream().map(label -> model.id().name() + "." + label);
  }

  /**
   * Reads and compiles a file, or every {@code *.yml} of a folder.
   *
   * @throws PolicyException with everything that is wrong with all of them
   */
  static List<CompiledPolicy> compile(Path path, PolicyVocabulary vocabulary)
      throws PolicyException {
    return Files.isDirectory(path)
        ? CompiledPolicy.load(path, vocabulary)
        : List.of(CompiledPolicy.of(PolicyDocument.parse(path.toString(), read(path)), vocabulary));
  }

  /** The text of a file that compiles. */
  static PolicyText text(Path file, PolicyVocabulary vocabulary) {
    try {
      PolicyDocument document = compile(file, vocabulary).get(0).document();
      return new PolicyText(document.policy(), document.version(), read(file));
    } catch (PolicyException wrong) {
      throw CommandFailure.wrongUsage(
          wrong.problems().stream().map(PolicyProblem::toString).toList());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw CommandFailure.wrongUsage(file + ": no such file, or not readable as UTF-8 text");
    }
  }
}
