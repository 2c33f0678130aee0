package dev.rampart.classifiers.runtime;

import java.util.Map;

/**
 * The graphs of a model version: one for all devices, or others for some.
 *
 * @param usual for every device that has none of its own
 * @param own by device: {@code cpu}, {@code cuda}, {@code tensorrt}
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes, read once
public record Graphs(byte[] usual, Map<String, byte[]> own) {
  public Graphs {
    own = Map.copyOf(own);
  }

  byte[] on(String device) {
    return own.getOrDefault(device, usual);
  }
}
