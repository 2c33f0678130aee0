package dev.rampart.actions.policy;

import dev.rampart.schemas.PolicyState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts versions side by side into one set. Used once, by one thread. */
final class PolicyAssembler {
  private static final Comparator<PolicyInForce> ORDER =
      Comparator.comparing(PolicyInForce::id)
          .thenComparing(PolicyInForce::state, Comparator.reverseOrder())
          .thenComparingInt(PolicyInForce::version);

  private final List<PolicyInForce> evaluated;
  private final Map<String, CanaryShare> canaries = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();
  private final Map<String, Double> reviewSamples = new HashMap<>();
  private final List<ActiveRule> rules = new ArrayList<>();

  PolicyAssembler(List<PolicyInForce> policies) {
    evaluated = policies.stream().filter(PolicyInForce::isEvaluated).sorted(ORDER).toList();
  }

  PolicySet assemble() {
    for (PolicyInForce policy : evaluated) {
      if (policy.state() == PolicyState.CANARY) {
        canaries.put(policy.id(), share(policy));
      }
    }
    evaluated.forEach(this::add);
    return new PolicySet(versions, reviewSamples, rules);
  }

  private void add(PolicyInForce policy) {
    if (versions.putIfAbsent(policy.id(), policy.version()) != null) {
      String state = policy.state().name().toLowerCase(Locale.ROOT);
      versions.putIfAbsent(policy.id() + "@" + state, policy.version());
    }
    reviewSamples.putIfAbsent(policy.id(), policy.policy().document().guardrails().reviewSample());
    Acting acting =
        new Acting(policy.state(), share(policy), Optional.ofNullable(canaries.get(policy.id())));
    for (CompiledRule rule : policy.policy().rules()) {
      rules.add(new ActiveRule(policy.policy().document(), rule, acting));
    }
  }

  private static CanaryShare share(PolicyInForce policy) {
    return new CanaryShare(policy.id(), policy.canaryShare());
  }
}
