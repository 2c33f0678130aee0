package dev.rampart.ops.backtest;

import dev.rampart.actions.backtest.BudgetTrips;
import dev.rampart.actions.restraint.Entities;
import dev.rampart.actions.restraint.Restraints;
import dev.rampart.schemas.ControlKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What keeps policies from acting on a logged event: what its decision recorded, and what follows
 * from the budget of the draft. Confined to one thread.
 */
final class LoggedRestraints {
  private final RestraintUse use;
  private final BudgetTrips trips;
  private final String ownBudget;
  private final Map<String, Restraints> logged = new HashMap<>();
  private final Map<String, Restraints> tried = new HashMap<>();

  /**
   * @param policy of the draft
   * @param trips when its budget is spent
   */
  LoggedRestraints(RestraintUse use, String policy, BudgetTrips trips) {
    this.use = use;
    this.trips = trips;
    this.ownBudget = ControlKind.BUDGET_TRIPPED.name() + "/" + Entities.policy(policy);
  }

  /**
   * @param tried whether the draft decides; before that what was recorded holds
   */
  Restraints of(LoggedEvent event, boolean tried) {
    String names = event.restraints();
    if (!tried || use == RestraintUse.AS_LOGGED) {
      return names.isEmpty()
          ? Restraints.NONE
          : logged.computeIfAbsent(names, all -> Restraints.always(split(all)));
    }
    return use == RestraintUse.LIFTED ? Restraints.NONE : simulated(event, names);
  }

  private Restraints simulated(LoggedEvent event, String names) {
    if (names.isEmpty() && trips.isEmpty()) {
      return Restraints.NONE;
    }
    String spent = trips.restraintAt(event.eventTime()).orElse("");
    return tried.computeIfAbsent(
        names + LoggedColumns.SEPARATOR + spent, all -> Restraints.always(simulated(names, spent)));
  }

  private List<String> simulated(String names, String spent) {
    List<String> holding = new ArrayList<>(split(names));
    holding.remove(ownBudget);
    holding.add(spent);
    holding.removeIf(String::isEmpty);
    return holding;
  }

  private static List<String> split(String names) {
    return List.of(names.split(String.valueOf(LoggedColumns.SEPARATOR), -1));
  }
}
