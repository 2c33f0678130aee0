package dev.rampart.classifiers.runtime;

import dev.rampart.classifiers.manifest.Manifest;
import java.util.Optional;

/**
 * A model version in memory. Whoever runs it holds a lease; what it runs on is freed when the last
 * lease ends. For any thread.
 */
public final class LoadedModel {
  private final Manifest manifest;
  private final Backend backend;
  private final Leases leases;

  /** A model whose first lease the caller owns. */
  public LoadedModel(Manifest manifest, Backend backend) {
    this.manifest = manifest;
    this.backend = backend;
    this.leases = new Leases(backend::close);
  }

  public Manifest manifest() {
    return manifest;
  }

  /** Where it runs: {@code cpu}, {@code cuda} or {@code tensorrt}. */
  public String device() {
    return backend.device();
  }

  /** Why it does not run where it was wanted; empty where it does. */
  public String fallback() {
    return backend.fallback();
  }

  /** See {@link Backend#linear}. */
  Optional<LinearModel> linear() {
    return backend.linear();
  }

  public Leases leases() {
    return leases;
  }

  /** See {@link Backend#runner}. */
  ModelRunner runner(Encoder encoder, int worker) {
    return backend.runner(encoder, worker);
  }
}
