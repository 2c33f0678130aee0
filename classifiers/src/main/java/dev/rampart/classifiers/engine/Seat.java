package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.manifest.Gate;
import dev.rampart.classifiers.runtime.Fusion;
import dev.rampart.classifiers.runtime.LoadedModel;
import org.jspecify.annotations.Nullable;

/**
 * A model's place in a plan.
 *
 * @param serving which model
 * @param lane that takes its kind of input
 * @param standby who answers when it cannot
 * @param gate that has to open before it is asked
 */
record Seat(Serving serving, Lane lane, @Nullable Seat standby, @Nullable Gate gate) {
  /** The same run as a part of several, where it is among them. */
  Seat in(LoadedModel unit, Fusion fusion) {
    return fusion.members().contains(serving.model())
        ? new Seat(serving.in(unit, fusion.firstLabel(serving.model())), lane, standby, gate)
        : this;
  }
}
