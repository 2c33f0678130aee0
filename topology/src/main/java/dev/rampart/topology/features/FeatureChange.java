package dev.rampart.topology.features;

/**
 * What happens to one feature when a catalogue takes the place of another under stored records.
 *
 * @param name of the feature
 * @param kind what happens to its past
 */
public record FeatureChange(String name, Kind kind) {
  /** What happens to a feature's past. */
  public enum Kind {
    /** New: starts from nothing, unless it shares its storage with one that was there. */
    ADDED,
    /** Gone: what was stored for it alone is forgotten when a record is next written. */
    REMOVED,
    /** Its window, condition or value changed: starts afresh. */
    RESTARTED
  }
}
