package dev.rampart.topology.features;

/**
 * A catalogue compiled for the hot path: which storages a record has, what is read from an event,
 * and how each value is worked out. Belongs to one engine.
 *
 * @param catalogue what was compiled
 * @param slots storages, in the order of the record
 * @param rules by feature, in the order of the catalogue
 * @param otherwise by feature, the value served where there is none
 * @param totals the features that need no rule, worked out before the others
 * @param ruled places of the others
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; arrays keep the hot path flat.
record Plan(
    FeatureCatalogue catalogue,
    Slot[] slots,
    Inputs inputs,
    Rule[] rules,
    double[] otherwise,
    Totals totals,
    int[] ruled) {

  /** Storages of an entity that nothing is known of. */
  Cell[] emptyCells() {
    Cell[] cells = new Cell[slots.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(slots[i]);
    }
    return cells;
  }

  private Cell cell(Slot slot) {
    return switch (slot.spec().kind()) {
      case LAST_TIME -> new LastTimeCell(slot);
      case COUNT, SUM, SQUARES, GAP_COUNT, GAP_SUM, GAP_SQUARES -> new AdditiveCell(slot);
      case FIRST_VALUE -> new FirstValueCell(slot);
      case LAST_VALUE -> new LastValueCell(slot);
      case ORIGIN -> new OriginCell(slot);
      case MIN, MAX -> new ExtremeCell(slot);
      case DISTINCT -> new DistinctCell(slot);
      case FREQUENCY -> new FrequencyCell(slot);
      case DECAY -> new DecayCell(slot);
      case PAIRS -> new PairsCell(slot, catalogue);
    };
  }
}
