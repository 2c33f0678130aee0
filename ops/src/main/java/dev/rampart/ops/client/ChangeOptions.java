package dev.rampart.ops.client;

import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that changes something through the service. */
public final class ChangeOptions {
  @Mixin private final ReasonOption reason = new ReasonOption();

  @Option(
      names = "--apply",
      description = "Really do it; otherwise the answer is what would happen.")
  private boolean apply;

  /** As the API takes it. */
  public Map<String, Object> body() {
    return Map.of("reason", reason.text(), "dry_run", !apply);
  }

  /** What became, or would become, of what is changed, for people. */
  public String outcome(String state) {
    return apply ? state : "would be " + state + "; --apply does it";
  }
}
