package dev.rampart.ops.operation;

import java.util.Map;
import picocli.CommandLine.Option;

/** The options of a command that changes a running instance. */
final class ChangeOptions {
  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, for the audit.")
  private String reason = "";

  @Option(
      names = "--apply",
      description = "Really do it; otherwise the answer is what would happen.")
  private boolean apply;

  String reason() {
    return reason;
  }

  /** As the API takes it. */
  Map<String, Object> body() {
    return Map.of("reason", reason, "dry_run", !apply);
  }

  String outcome(String state) {
    return apply ? state : "would be " + state + "; --apply does it";
  }
}
