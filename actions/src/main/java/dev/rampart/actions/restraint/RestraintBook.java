package dev.rampart.actions.restraint;

import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;

/** The restraints that hold now. Safe for use by many threads. */
public final class RestraintBook {
  private volatile Restraints restraints = Restraints.NONE;

  /** All that are known. */
  public Restraints current() {
    return restraints;
  }

  /** Takes a fact; one that restrains nothing changes nothing. */
  public synchronized void set(ControlRecord fact) {
    restraints = restraints.with(fact);
  }

  /** Forgets a fact. */
  public synchronized void clear(ControlKind kind, String entity) {
    restraints = restraints.without(kind, entity);
  }
}
