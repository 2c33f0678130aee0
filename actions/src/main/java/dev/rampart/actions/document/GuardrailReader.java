package dev.rampart.actions.document;

import dev.rampart.actions.document.Guardrails.AbnormalRate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what holds a policy in bounds. */
final class GuardrailReader {
  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final List<AbnormalRate> RATES = List.of(AbnormalRate.values());
  private static final List<Then> THEN = List.of(Then.values());

  private enum Then {
    REVIEW,
    SHADOW
  }

  private GuardrailReader() {}

  static Guardrails read(YamlFields policy) {
    return new Guardrails(
        policy.has("budget") ? Optional.of(budget(policy.mapping("budget"))) : Optional.empty(),
        policy.choice("abnormal_rate", RATES, Guardrails.DEFAULT.abnormalRate()),
        policy.has("review_sample") ? policy.number("review_sample", 0, 1) : 0);
  }

  private static Budget budget(YamlFields fields) {
    fields.allow("actions", "window", "then");
    Duration window = fields.duration("window");
    if (fields.has("window") && (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0)) {
      fields.report("window", "found " + window + ", allowed for a budget is PT10S to P1D");
    }
    return new Budget(
        fields.wholeNumber("actions", 1, Integer.MAX_VALUE),
        window,
        fields.choice("then", THEN, Then.REVIEW) == Then.SHADOW);
  }
}
