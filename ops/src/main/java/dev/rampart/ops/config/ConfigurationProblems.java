package dev.rampart.ops.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import dev.rampart.ops.cli.CommandFailure;
import jakarta.validation.ConstraintViolation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a configuration file, in the order of its lines. */
final class ConfigurationProblems {
  private final Path file;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> unreadable = new HashSet<>();

  ConfigurationProblems(Path file) {
    this.file = file;
  }

  private record Problem(int line, String text) {}

  /** A problem at the place where the parser stands. */
  void add(JsonParser at, String text) {
    String field = YamlLines.dotted(at.getParsingContext().pathAsPointer());
    unreadable.add(field);
    String name = field.isEmpty() ? "" : field + ": ";
    add(at.currentTokenLocation().getLineNr(), name + text);
  }

  void add(int line, String text) {
    problems.add(new Problem(line, text));
  }

  /** Text that is no YAML, or does not have the shape of a configuration at all. */
  void addBroken(JacksonException broken) {
    int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
    String reason = broken.getOriginalMessage().lines().findFirst().orElse("unreadable");
    add(Math.max(1, line), "is no valid YAML: " + reason);
  }

  /** Values that are of the right type and out of bounds; not told again of a field. */
  void addViolations(Set<ConstraintViolation<RampartConfiguration>> violations, YamlLines lines) {
    for (ConstraintViolation<RampartConfiguration> violation : violations) {
      String path = dotted(violation.getPropertyPath().toString());
      if (!unreadable.contains(path)) {
        Object found = violation.getInvalidValue();
        add(lines.lineOf(path), path + ": " + found(found) + violation.getMessage());
      }
    }
  }

  /** {@code access.tokens[0].role} as the parser names it: {@code access.tokens.0.role}. */
  private static String dotted(String path) {
    return path.replace("[", ".").replace("]", "");
  }

  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw failure();
    }
  }

  CommandFailure failure() {
    return CommandFailure.wrongUsage(
        problems.stream()
            .sorted(Comparator.comparingInt(Problem::line))
            .map(problem -> file + ":" + problem.line() + ": " + problem.text())
            .distinct()
            .toList());
  }

  private static String found(@org.jspecify.annotations.Nullable Object value) {
    boolean plain = value instanceof Number || value instanceof String;
    return plain || value instanceof io.dropwizard.util.Duration ? "found " + value + "; " : "";
  }
}
