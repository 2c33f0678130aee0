package dev.rampart.ops.policies;

import dev.rampart.ops.cli.CommandFailure;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The option that says how far ahead a change holds. */
final class EffectiveOption {
  private static final Duration LONGEST = Duration.ofDays(30);

  @Option(
      names = "--effective-in",
      paramLabel = "DURATION",
      defaultValue = "PT1S",
      description =
          "The change holds for events from now plus this on, PT0S to P30D: long enough for every"
              + " instance to have read it. Default: ${DEFAULT-VALUE}")
  private Duration effectiveIn = Duration.ofSeconds(1);

  Duration duration() {
    if (effectiveIn.isNegative() || effectiveIn.compareTo(LONGEST) > 0) {
      throw CommandFailure.wrongUsage(
          "--effective-in: found " + effectiveIn + ", allowed is PT0S to P30D");
    }
    return effectiveIn;
  }
}
