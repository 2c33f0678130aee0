package dev.rampart.ops.policies;

import dev.rampart.ops.audit.Signature;
import picocli.CommandLine.Option;

/** The options that say who does something, and why. */
public final class SignatureOptions {
  /** In the place of a role: nobody allowed it, somebody had access to the topics. */
  static final String BREAK_GLASS = "break-glass";

  @Option(
      names = "--author",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description =
          "Who does this, for the audit; with --bootstrap only. Default: who is logged in.")
  private String author = "";

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, for the audit and for whoever reads the history.")
  private String reason = "";

  /** Who does it, and why. */
  public Signature signature() {
    return new Signature(author, BREAK_GLASS, reason);
  }
}
