package dev.rampart.actions.rule;

import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Several conditions joined by "and" (decided by the first FALSE) or by "or" (decided by the first
 * TRUE). CEL lets the parts be tested in any order; the cheap ones come first.
 */
final class JunctionCondition implements Condition {
  private final Truth deciding;
  private final Condition[] parts;

  private JunctionCondition(Truth deciding, List<Condition> parts) {
    this.deciding = deciding;
    this.parts =
        parts.stream().sorted(Comparator.comparingInt(Condition::cost)).toArray(Condition[]::new);
  }

  static JunctionCondition all(List<Condition> parts) {
    return new JunctionCondition(Truth.FALSE, parts);
  }

  static JunctionCondition any(List<Condition> parts) {
    return new JunctionCondition(Truth.TRUE, parts);
  }

  @Override
  public Truth test(EventView event, double[] features, float[] scores, Standing standing) {
    Truth outcome = deciding.negated();
    for (Condition part : parts) {
      Truth truth = part.test(event, features, scores, standing);
      if (truth == deciding) {
        return deciding;
      }
      if (!truth.decided()) {
        outcome = outcome.orUndecided(truth);
      }
    }
    return outcome;
  }

  @Override
  public List<NecessaryBound> necessaryBounds() {
    return deciding == Truth.FALSE
        ? Arrays.stream(parts).flatMap(part -> part.necessaryBounds().stream()).toList()
        : List.of();
  }

  @Override
  public int cost() {
    int cost = 0;
    for (Condition part : parts) {
      cost += part.cost();
    }
    return cost;
  }
}
