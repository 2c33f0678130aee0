package dev.rampart.ops.client;

import picocli.CommandLine.Option;

/** The option that says why something is done. */
public final class ReasonOption {
  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, for the audit.")
  private String reason = "";

  /** Why, in the words of who does it. */
  public String text() {
    return reason;
  }
}
