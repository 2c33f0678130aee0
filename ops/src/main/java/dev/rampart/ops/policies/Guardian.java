package dev.rampart.ops.policies;

import dev.rampart.actions.document.Budget;
import dev.rampart.actions.document.Guardrails;
import dev.rampart.actions.document.Guardrails.AbnormalRate;
import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.guard.BudgetCounter;
import dev.rampart.actions.guard.BudgetCounter.Spent;
import dev.rampart.actions.guard.RateWatch;
import dev.rampart.actions.lifecycle.Transitions;
import dev.rampart.actions.restraint.Entities;
import dev.rampart.ops.audit.Deed;
import dev.rampart.ops.audit.Signature;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyVersion;
import dev.rampart.topology.control.ControlKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Watches what policies do, and holds them in bounds: diverts to review what goes over a budget,
 * raises alarms, brings a policy back to shadow. Doing the same twice, as after a change of the
 * process that watches, does no harm. Confined to one thread.
 */
final class Guardian {
  private final PolicyTopics topics;
  private final PolicyDesk policies;
  private final ControlDesk control;
  private final Clock clock;
  private final GuardMeters meters;
  private final BudgetCounter budgets = new BudgetCounter();
  private final Map<String, Guardrails> guardrails = new HashMap<>();
  private Map<String, PolicyVersion> versions = Map.of();
  private Settings settings = Settings.DEFAULT;

  Guardian(PolicyTopics topics, Clock clock, GuardMeters meters) {
    this.topics = topics;
    this.policies = new PolicyDesk(topics, clock);
    this.control = new ControlDesk(topics, clock);
    this.clock = clock;
    this.meters = meters;
  }

  /** Reads again which versions there are and what the installation asks of them. */
  void refresh() {
    versions = topics.versions();
    settings = Settings.of(topics.control());
  }

  /** An action was sent. */
  void onAction(EnforcementAction action) {
    if (action.getReverses() != null) {
      return;
    }
    long time = action.getIssuedAt().toEpochMilli();
    String key = Transitions.key(action.getPolicy(), action.getPolicyVersion());
    guardrailsOf(key).budget().ifPresent(budget -> count(action.getPolicy(), budget, time, key));
    if (settings.budget() > 0) {
      count(Entities.ALL, new Budget(settings.budget(), settings.window(), false), time, key);
    }
  }

  private void count(String policy, Budget budget, long time, String version) {
    Optional<Spent> spent = budgets.count(policy, budget, time);
    meters.used(policy, budgets.level(policy, budget), budget);
    spent.ifPresent(now -> onSpent(now, version));
  }

  /** The rate of a version is not what it used to be. */
  void onAlarm(String key, RateWatch.Alarm alarm) {
    AbnormalRate wanted = guardrailsOf(key).abnormalRate();
    if (wanted == AbnormalRate.IGNORE) {
      return;
    }
    String reason =
        "acted on %d of %d events, expected %.1f"
            .formatted(alarm.actions(), alarm.events(), alarm.expected());
    Deed deed =
        new Deed(
            "policy.alarm", "policy:" + key, Map.of("direction", alarm.high() ? "high" : "low"));
    topics.audit(Signature.ofRampart(reason), deed, clock.instant());
    meters.alarmed(Transitions.policyOf(key), alarm.high());
    if (alarm.high() && wanted == AbnormalRate.SHADOW) {
      backToShadow(key, reason);
    }
  }

  private void onSpent(Spent spent, String version) {
    Instant end = Instant.ofEpochMilli(spent.until());
    if (spent.budget().toShadow()) {
      trip(spent, clock.instant().plus(Budget.SWITCH_IN));
      backToShadow(version, "its budget of " + spent.budget().actions() + " actions is spent");
    } else if (!isTripped(spent.policy(), end)) {
      trip(spent, end);
    }
  }

  private void trip(Spent spent, Instant until) {
    meters.tripped(spent.policy());
    Map<String, Double> values = Map.of("budget", (double) spent.budget().actions());
    var unused = control.trip(spent.policy(), Instant.ofEpochMilli(spent.spentAt()), until, values);
  }

  private boolean isTripped(String policy, Instant until) {
    ControlRecord known =
        topics.control().get(ControlKeys.of(ControlKind.BUDGET_TRIPPED, Entities.policy(policy)));
    return known != null && until.equals(known.getExpiresAt());
  }

  private void backToShadow(String key, String reason) {
    PolicyVersion version = topics.versions().get(key);
    if (version != null && acts(PolicyShelf.stateOf(version))) {
      var unused =
          policies.move(
              version,
              PolicyState.SHADOW,
              "policy.guardrail",
              Budget.SWITCH_IN,
              Signature.ofRampart("guardrail: " + reason));
    }
  }

  private static boolean acts(PolicyState state) {
    return state == PolicyState.LIVE || state == PolicyState.CANARY;
  }

  private Guardrails guardrailsOf(String key) {
    Guardrails known = guardrails.get(key);
    if (known == null) {
      PolicyVersion version = versions.get(key);
      if (version == null) {
        return Guardrails.DEFAULT;
      }
      known = parsed(key, version);
      guardrails.put(key, known);
    }
    return known;
  }

  private static Guardrails parsed(String key, PolicyVersion version) {
    try {
      return PolicyDocument.parse(key, version.getDocument()).guardrails();
    } catch (PolicyException unusable) {
      return Guardrails.DEFAULT;
    }
  }
}
