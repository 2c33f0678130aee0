package dev.rampart.classifiers.runtime;

import java.util.Optional;

/** What a loaded model runs on. For any thread, except {@link #close()}. */
public interface Backend {
  /**
   * Makes a runner.
   *
   * @param encoder of its requests, owned by the same worker
   * @param worker number of the worker, from 0: workers spread over the devices by it
   */
  ModelRunner runner(Encoder encoder, int worker);

  /** Where it runs: {@code cpu}, {@code cuda} or {@code tensorrt}. */
  String device();

  /** Why it does not run where it was wanted; empty where it does. */
  String fallback();

  /** Its numbers where it is a linear text model, which several may be fused into one by. */
  default Optional<LinearModel> linear() {
    return Optional.empty();
  }

  /** Frees it; called once, when no run goes on. */
  void close();
}
