package dev.rampart.topology.enrich;

import dev.rampart.topology.features.FeatureEngine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what an engine could not keep. Confined to the engine's thread. */
final class EngineMeters {
  private final FeatureEngine engine;
  private final Counter tooLate;
  private final Counter forgotten;
  private long tooLateBefore;
  private long forgottenBefore;

  EngineMeters(FeatureEngine engine, MeterRegistry meters) {
    this.engine = engine;
    tooLate =
        Counter.builder("rampart.features.too.late")
            .description("Events that were too late for at least one window")
            .register(meters);
    forgotten =
        Counter.builder("rampart.features.forgotten")
            .description(
                "Stored parts of records forgotten because the catalogue no longer has their"
                    + " feature, or has it with another window, condition or value")
            .register(meters);
  }

  void update() {
    if (engine.tooLate() != tooLateBefore) {
      tooLate.increment((double) engine.tooLate() - tooLateBefore);
      tooLateBefore = engine.tooLate();
    }
    if (engine.forgottenSections() != forgottenBefore) {
      forgotten.increment((double) engine.forgottenSections() - forgottenBefore);
      forgottenBefore = engine.forgottenSections();
    }
  }
}
