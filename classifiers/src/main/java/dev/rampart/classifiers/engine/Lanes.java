package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.EngineSettings;
import dev.rampart.classifiers.manifest.InputSpec;
import dev.rampart.classifiers.manifest.Manifest;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;

/** The lanes of an engine, one for each kind of input, opened when a model first needs it. */
final class Lanes {
  private final EngineSettings settings;
  private final Incidents incidents;
  private final MeterRegistry registry;
  private final Map<InputSpec, Lane> lanes = new HashMap<>();

  Lanes(EngineSettings settings, Incidents incidents, MeterRegistry registry) {
    this.settings = settings;
    this.incidents = incidents;
    this.registry = registry;
  }

  /** The lane of a model's input; its workers are as many as devices, and take whole batches. */
  Lane of(Manifest manifest) {
    Lane lane = lanes.computeIfAbsent(manifest.input(), this::open);
    lane.staff(manifest.placement().devices().size());
    lane.widen(manifest.limits().items());
    return lane;
  }

  private Lane open(InputSpec input) {
    String kind = input instanceof InputSpec.FeatureVector ? "features" : "text";
    return new Lane(kind + "-" + lanes.size(), input, settings, incidents, registry);
  }

  /** Answers everything that waits. */
  void close() {
    lanes.values().forEach(Lane::close);
  }
}
