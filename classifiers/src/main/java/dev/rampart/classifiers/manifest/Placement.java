package dev.rampart.classifiers.manifest;

import java.util.List;
import java.util.Map;

/**
 * Where a model is to run, and with which graph there.
 *
 * @param device kind of device
 * @param devices numbers of the CUDA devices that share its batches, at least one
 * @param graphs file by kind of device, {@code cpu}, {@code cuda} or {@code tensorrt}, where it is
 *     not {@link Manifest#GRAPH}
 */
public record Placement(DeviceChoice device, List<Integer> devices, Map<String, String> graphs) {
  public Placement {
    devices = List.copyOf(devices);
    graphs = Map.copyOf(graphs);
  }
}
