package dev.rampart.topology.ledger;

import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.PolicyMode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts the actions of one policy and their reversals. Confined to one thread. */
final class PolicyMeters {
  private final MeterRegistry meters;
  private final String policy;
  private final Map<PolicyMode, Map<ActionKind, Counter>> actions = new EnumMap<>(PolicyMode.class);
  private final Map<ActionKind, Counter> reversals = new EnumMap<>(ActionKind.class);

  PolicyMeters(MeterRegistry meters, String policy) {
    this.meters = meters;
    this.policy = policy;
  }

  void count(EnforcementAction action) {
    counterOf(action).increment();
  }

  private Counter counterOf(EnforcementAction action) {
    return action.getReverses() == null
        ? actions
            .computeIfAbsent(action.getMode(), mode -> new EnumMap<>(ActionKind.class))
            .computeIfAbsent(action.getKind(), kind -> action(kind, action.getMode()))
        : reversals.computeIfAbsent(action.getKind(), this::reversal);
  }

  private Counter action(ActionKind kind, PolicyMode mode) {
    return Counter.builder("rampart.actions")
        .description("Actions decided; those of mode shadow are recorded and not done")
        .tag("policy", policy)
        .tag("kind", spelling(kind))
        .tag("mode", spelling(mode))
        .register(meters);
  }

  private Counter reversal(ActionKind kind) {
    return Counter.builder("rampart.reversals")
        .description("Actions taken back, by the kind of what is taken back")
        .tag("policy", policy)
        .tag("kind", spelling(kind))
        .register(meters);
  }

  private static String spelling(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
