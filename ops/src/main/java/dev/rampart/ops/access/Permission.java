package dev.rampart.ops.access;

/** What an endpoint needs. */
public enum Permission {
  /** See how things are, with ids and text masked. */
  VIEW,
  /** See ids in the clear. */
  IDENTIFY,
  /** See the text of a message, with a reason that is audited. */
  REVEAL,
  /** Work on policies without consequences for anybody: validate, backtest, shadow, snooze. */
  DRAFT,
  /** Make policies act, or stop them: canary, live, approve, roll back. */
  PUBLISH,
  /** Run the installation: pause, kill switches, settings, models, dead letters, events. */
  OPERATE,
  /** Read the audit. */
  AUDIT
}
