package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.runtime.LoadedModel;

/** Told about what a lane cannot cure by itself; returns at once. For any thread. */
interface Incidents {
  /** A run did not come back in time: its session is not to be trusted. */
  void hung(LoadedModel unit);

  /** The device can run nothing any more until the process starts anew. */
  void deviceLost(LoadedModel unit);
}
