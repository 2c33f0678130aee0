package dev.rampart.classifiers;

/** What the scores of a model version are used for. */
public enum ModelRole {
  /** Decides for every subject that no canary takes. */
  LIVE,
  /** Decides, in place of the live version, for a fixed share of the subjects. */
  CANARY,
  /** Is asked for every message and decides nothing. */
  SHADOW
}
