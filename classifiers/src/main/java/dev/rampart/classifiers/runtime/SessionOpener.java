package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import dev.rampart.classifiers.manifest.DeviceChoice;

/**
 * Opens a graph on a device. A CUDA provider that cannot be loaded fails when it is added, and one
 * without a device fails only when the session is made: both mean that there is no such device
 * here.
 */
final class SessionOpener {
  private static final int FIRST_DEVICE = 0;

  private SessionOpener() {}

  /**
   * An open session.
   *
   * @param session to be closed by whoever opened it
   * @param device where it runs: {@code cpu}, {@code cuda} or {@code tensorrt}
   * @param fallback why it is not where it was wanted; empty where it is
   */
  record Opened(OrtSession session, String device, String fallback) {}

  /**
   * Opens a graph.
   *
   * @throws OrtException when the graph is not one, or the device was asked for by name and is not
   *     there
   */
  static Opened open(byte[] graph, DeviceChoice choice) throws OrtException {
    return switch (choice) {
      case CPU -> onCpu(graph, "");
      case CUDA -> onCuda(graph, false);
      case TENSORRT -> onCuda(graph, true);
      case AUTO -> onAny(graph);
    };
  }

  private static Opened onAny(byte[] graph) throws OrtException {
    try {
      return onCuda(graph, false);
    } catch (OrtException e) {
      return onCpu(graph, "no CUDA: " + firstLine(e));
    }
  }

  private static Opened onCpu(byte[] graph, String fallback) throws OrtException {
    try (SessionOptions options = options()) {
      return new Opened(OrtRuntime.environment().createSession(graph, options), "cpu", fallback);
    }
  }

  private static Opened onCuda(byte[] graph, boolean tensorRt) throws OrtException {
    try (SessionOptions options = options();
        OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(FIRST_DEVICE)) {
      if (tensorRt) {
        options.addTensorrt(FIRST_DEVICE);
      }
      cuda.add("arena_extend_strategy", "kSameAsRequested");
      options.addCUDA(cuda);
      return new Opened(
          OrtRuntime.environment().createSession(graph, options),
          tensorRt ? "tensorrt" : "cuda",
          "");
    }
  }

  private static SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
    return options;
  }

  static String firstLine(OrtException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
  }
}
