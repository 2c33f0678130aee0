package dev.rampart.classifiers;

/** What came of asking one model about one request: its scores, or why there are none. */
public sealed interface ModelScore permits Scored, Missing {
  ServedModel model();
}
