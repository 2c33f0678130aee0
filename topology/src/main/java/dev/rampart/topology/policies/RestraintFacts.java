package dev.rampart.topology.policies;

import dev.rampart.actions.restraint.RestraintBook;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.topology.control.ControlListener;
import dev.rampart.topology.control.ControlTable;

/**
 * Takes the facts of one kind into the restraints.
 *
 * @param restraints what holds now
 * @param kind kind of fact
 */
public record RestraintFacts(RestraintBook restraints, ControlKind kind)
    implements ControlListener {
  /** Lets the table tell of all facts that keep policies from acting. */
  public static ControlTable tellOf(RestraintBook restraints, ControlTable table) {
    return table
        .tell(ControlKind.KILL_SWITCH, new RestraintFacts(restraints, ControlKind.KILL_SWITCH))
        .tell(ControlKind.SNOOZE, new RestraintFacts(restraints, ControlKind.SNOOZE))
        .tell(
            ControlKind.BUDGET_TRIPPED, new RestraintFacts(restraints, ControlKind.BUDGET_TRIPPED));
  }

  @Override
  public void set(ControlRecord fact) {
    restraints.set(fact);
  }

  @Override
  public void clear(String entity) {
    restraints.clear(kind, entity);
  }
}
