package dev.rampart.topology.ledger;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.PolicyMode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Counts decisions and actions. Counted when forwarded: after an aborted transaction the same event
 * counts again, so the topics and not these numbers are the record of what was done.
 */
final class OutcomeMeters {
  private final Counter decisions;
  private final Map<ActionKind, Counter> enforced;
  private final Map<ActionKind, Counter> shadow;

  OutcomeMeters(MeterRegistry meters) {
    decisions =
        Counter.builder("rampart.decisions").description("Decisions forwarded").register(meters);
    enforced = counters(meters, "enforced");
    shadow = counters(meters, "shadow");
  }

  private static Map<ActionKind, Counter> counters(MeterRegistry meters, String mode) {
    Map<ActionKind, Counter> counters = new EnumMap<>(ActionKind.class);
    for (ActionKind kind : ActionKind.values()) {
      counters.put(kind, counter(meters, kind, mode));
    }
    return counters;
  }

  void count(Outcome outcome) {
    decisions.increment();
    for (EnforcementAction action : outcome.decision().getActions()) {
      Map<ActionKind, Counter> counters = action.getMode() == PolicyMode.SHADOW ? shadow : enforced;
      Objects.requireNonNull(counters.get(action.getKind())).increment();
    }
  }

  private static Counter counter(MeterRegistry meters, ActionKind kind, String mode) {
    return Counter.builder("rampart.actions")
        .description("Actions decided, by kind and by whether they are to be done")
        .tag("kind", kind.name().toLowerCase(Locale.ROOT))
        .tag("mode", mode)
        .register(meters);
  }
}
