package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;

/**
 * The one environment of the process: warnings and worse are logged, and nothing is reported to
 * anybody.
 */
final class OrtRuntime {
  private static final OrtEnvironment ENVIRONMENT = start();

  private OrtRuntime() {}

  static OrtEnvironment environment() {
    return ENVIRONMENT;
  }

  private static OrtEnvironment start() {
    try {
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING, "rampart");
      environment.setTelemetry(false);
      return environment;
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime does not start: " + e.getMessage(), e);
    }
  }
}
