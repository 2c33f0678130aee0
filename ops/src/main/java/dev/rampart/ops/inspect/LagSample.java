package dev.rampart.ops.inspect;

/**
 * How far a partition was read at a moment.
 *
 * @param committed offset up to which it is processed, 0 where nothing was committed yet
 * @param end offset of the next record that can be read
 */
public record LagSample(long committed, long end) {
  /** Offsets that are not processed, 0 or more; marks of commits count among them. */
  public long lag() {
    return Math.max(0, end - committed);
  }
}
