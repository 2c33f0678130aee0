package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import dev.rampart.classifiers.manifest.DeviceChoice;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens a graph on a device. A CUDA provider that cannot be loaded fails when it is added, and one
 * without a device fails only when the session is made: both mean that there is no such device
 * here.
 */
final class SessionOpener {
  private static final String CPU = "cpu";
  private static final String CUDA = "cuda";
  private static final String TENSORRT = "tensorrt";

  private final Graphs graphs;
  private final List<Integer> devices;

  /**
   * An opener.
   *
   * @param devices numbers of the CUDA devices to use, at least one; of no meaning on the CPU
   */
  SessionOpener(Graphs graphs, List<Integer> devices) {
    this.graphs = graphs;
    this.devices = devices;
  }

  /**
   * Open sessions.
   *
   * @param sessions one for each device, to be closed by whoever opened them
   * @param device where they run: {@code cpu}, {@code cuda} or {@code tensorrt}
   * @param fallback why they are not where they were wanted; empty where they are
   */
  record Opened(List<OrtSession> sessions, String device, String fallback) {}

  /**
   * Opens the graph of the device.
   *
   * @throws OrtException when the graph is not one, or the device was asked for by name and is not
   *     there
   */
  Opened open(DeviceChoice choice) throws OrtException {
    return switch (choice) {
      case CPU -> onCpu("");
      case CUDA -> onDevices(CUDA);
      case TENSORRT -> onDevices(TENSORRT);
      case AUTO -> onAny();
    };
  }

  /** Opens the graph of the CPU because of this. */
  Opened onCpu(String fallback) throws OrtException {
    try (SessionOptions options = options()) {
      OrtSession session = OrtRuntime.environment().createSession(graphs.on(CPU), options);
      return new Opened(List.of(session), CPU, fallback);
    }
  }

  private Opened onAny() throws OrtException {
    try {
      return onDevices(CUDA);
    } catch (OrtException e) {
      return onCpu("no CUDA: " + firstLine(e));
    }
  }

  private Opened onDevices(String kind) throws OrtException {
    List<OrtSession> sessions = new ArrayList<>();
    try {
      for (int device : devices) {
        sessions.add(onDevice(kind, device));
      }
      return new Opened(List.copyOf(sessions), kind, "");
    } catch (OrtException e) {
      for (OrtSession session : sessions) {
        session.close();
      }
      throw e;
    }
  }

  private OrtSession onDevice(String kind, int device) throws OrtException {
    try (SessionOptions options = options();
        OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(device)) {
      if (kind.equals(TENSORRT)) {
        options.addTensorrt(device);
      }
      cuda.add("arena_extend_strategy", "kSameAsRequested");
      options.addCUDA(cuda);
      return OrtRuntime.environment().createSession(graphs.on(kind), options);
    }
  }

  private static SessionOptions options() throws OrtException {
    SessionOptions options = new SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
    return options;
  }

  private static String firstLine(OrtException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
  }
}
