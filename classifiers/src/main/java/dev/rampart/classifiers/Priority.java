package dev.rampart.classifiers;

/**
 * Which of the waiting messages a free worker takes first: strictly in this order, and in order of
 * arrival within one priority.
 */
public enum Priority {
  HIGH,
  NORMAL,
  LOW
}
