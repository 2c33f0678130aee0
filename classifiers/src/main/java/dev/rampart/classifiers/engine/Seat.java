package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.manifest.Gate;
import org.jspecify.annotations.Nullable;

/**
 * A model's place in a plan.
 *
 * @param serving which model
 * @param lane that takes its kind of input
 * @param standby who answers when it cannot
 * @param gate that has to open before it is asked
 */
record Seat(Serving serving, Lane lane, @Nullable Seat standby, @Nullable Gate gate) {}
