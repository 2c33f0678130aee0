package dev.rampart.ops.inspect;

import dev.rampart.topology.features.EntityKind;
import dev.rampart.topology.features.EntityState;
import dev.rampart.topology.features.FeatureCatalogue;
import dev.rampart.topology.features.FeatureDefinition;
import dev.rampart.topology.features.FeatureEngine;
import dev.rampart.topology.features.RepeatWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the records of one kind of entity as named values. Safe for use by many threads. */
final class FeatureReader {
  private final FeatureCatalogue catalogue;
  private final EntityKind kind;
  private final FeatureEngine engine;

  FeatureReader(FeatureCatalogue catalogue, EntityKind kind) {
    this.catalogue = catalogue;
    this.kind = kind;
    this.engine = new FeatureEngine(catalogue, kind, RepeatWindow.DEFAULT);
  }

  /**
   * The values of a record as of its newest event.
   *
   * @throws dev.rampart.topology.features.RecordFormatException when the bytes are no record
   */
  synchronized AccountFeatures read(byte[] record) {
    EntityState state = engine.decode(record);
    long newest = state.newestEventTime();
    double[] values = engine.valuesAt(state, newest);
    List<FeatureValue> features = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      FeatureDefinition feature = catalogue.features().get(i);
      if (feature.entity() == kind) {
        features.add(FeatureValue.of(feature.name(), values[i], feature.unit()));
      }
    }
    return new AccountFeatures(
        Instant.ofEpochMilli(newest), Instant.ofEpochMilli(newest), features);
  }
}
