package dev.rampart.ops.models;

import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.ModelRole;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.client.Paths;
import dev.rampart.ops.serving.Lineup;
import java.util.Locale;
import java.util.stream.Collectors;

/** Versions of models between the command line and the service. */
final class VersionPath {
  private VersionPath() {}

  /**
   * Address of a version.
   *
   * @param written {@code NAME/VERSION}
   */
  static String of(String written) {
    String[] parts = written.split("/", -1);
    if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
      throw CommandFailure.wrongUsage(
          "found '%s', allowed is NAME/VERSION, toxicity/2 for instance".formatted(written));
    }
    return Paths.of("v1", "models", parts[0], "versions", parts[1]);
  }

  /** What serves of a model, for people. */
  static String line(Lineup lineup) {
    return lineup.assignments().stream()
        .map(VersionPath::place)
        .collect(Collectors.joining(", ", lineup.model() + " ", ""));
  }

  private static String place(Assignment assignment) {
    String role = assignment.role().name().toLowerCase(Locale.ROOT);
    return assignment.role() == ModelRole.CANARY
        ? "%s %s for %s".formatted(assignment.id().version(), role, assignment.share())
        : "%s %s".formatted(assignment.id().version(), role);
  }
}
