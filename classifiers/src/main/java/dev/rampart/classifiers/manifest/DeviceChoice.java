package dev.rampart.classifiers.manifest;

import java.util.Locale;

/** Where a model is to run. */
public enum DeviceChoice {
  CPU,
  /** The first CUDA device; without one the model is refused. */
  CUDA,
  /** CUDA through TensorRT; without it the model is refused. */
  TENSORRT,
  /** CUDA where there is a device, else the CPU, and health says which. */
  AUTO;

  /** As written in {@code model.yaml}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
