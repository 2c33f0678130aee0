package dev.rampart.topology.features;

/**
 * The features of a catalogue that are a total as it lies: about half of them, worked out in one
 * loop without a rule each.
 */
final class Totals {
  private final int[] places;
  private final int[] slots;

  /**
   * @param places of the features in the catalogue
   * @param slots of their storages, in the same order
   */
  Totals(int[] places, int[] slots) {
    this.places = places;
    this.slots = slots;
  }

  void serve(Cell[] cells, Observation event, double[] values) {
    for (int i = 0; i < places.length; i++) {
      values[places[i]] = (double) ((AdditiveCell) cells[slots[i]]).window(event);
    }
  }
}
