package dev.rampart.topology.features;

/** Kinds of storage in a record. Their names go into fingerprints: never rename one. */
enum SlotKind {
  /** Time of the newest event that matches; first, because gaps are measured from it. */
  LAST_TIME(false, false),
  COUNT(false, true),
  SUM(true, true),
  SQUARES(true, true),
  GAP_COUNT(false, true),
  GAP_SUM(false, true),
  GAP_SQUARES(false, true),
  FIRST_VALUE(true, false),
  LAST_VALUE(true, false),
  ORIGIN(true, false),
  MIN(true, true),
  MAX(true, true),
  DISTINCT(true, true),
  FREQUENCY(true, true),
  DECAY(true, true),
  /** Records of the pairs of an account and those whom it turned to. */
  PAIRS(false, false);

  private final boolean keepsValue;
  private final boolean windowed;

  SlotKind(boolean keepsValue, boolean windowed) {
    this.keepsValue = keepsValue;
    this.windowed = windowed;
  }

  /** Raised when the bytes or the meaning of a storage change: it then starts afresh. */
  int version() {
    return switch (this) {
      case FREQUENCY -> 3;
      case LAST_TIME, FIRST_VALUE, LAST_VALUE, ORIGIN, DISTINCT, DECAY -> 2;
      case COUNT, SUM, SQUARES, GAP_COUNT, GAP_SUM, GAP_SQUARES, MIN, MAX, PAIRS -> 1;
    };
  }

  boolean keepsValue() {
    return keepsValue;
  }

  boolean windowed() {
    return windowed;
  }

  /** Whether its window is cut into tiles. */
  boolean tiled() {
    return windowed && this != DECAY;
  }
}
