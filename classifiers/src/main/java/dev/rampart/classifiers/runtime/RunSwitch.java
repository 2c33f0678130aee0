package dev.rampart.classifiers.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;

/** The options of one worker's runs, and the switch in them that makes a run fail soon. */
final class RunSwitch implements AutoCloseable {
  private final RunOptions options;

  RunSwitch() {
    try {
      this.options = new RunOptions();
    } catch (OrtException e) {
      throw new IllegalStateException("run options: " + e.getMessage(), e);
    }
  }

  RunOptions options() {
    return options;
  }

  /** For any thread. */
  void terminate(boolean wanted) {
    try {
      options.setTerminate(wanted);
    } catch (OrtException e) {
      throw new IllegalStateException("run options: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    options.close();
  }
}
