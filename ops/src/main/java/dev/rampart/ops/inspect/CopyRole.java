package dev.rampart.ops.inspect;

/** Which copy of a partition answered. */
public enum CopyRole {
  /** The newest one. */
  ACTIVE,
  /** One that follows the newest; what it says may be old. */
  STANDBY
}
