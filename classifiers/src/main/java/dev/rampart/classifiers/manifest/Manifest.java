package dev.rampart.classifiers.manifest;

import dev.rampart.classifiers.ModelId;
import java.util.List;
import java.util.Map;

/**
 * What {@code model.yaml} says.
 *
 * @param id name and version, as the folders are named
 * @param input what the model reads
 * @param labels in the order of its output
 * @param limits of its batches
 * @param placement where it is to run, and which graph there
 * @param standby name of the model that answers while this one cannot; empty where none does
 * @param operatingPoints thresholds at false-positive rates
 * @param files SHA-256 of each file, in lower-case hexadecimal
 * @param golden texts with expected scores
 * @param tolerance by which a golden score may differ
 * @param tolerances the same by kind of device, where one has its own
 */
public record Manifest(
    ModelId id,
    InputSpec input,
    List<String> labels,
    BatchLimits limits,
    Placement placement,
    String standby,
    List<OperatingPoint> operatingPoints,
    Map<String, String> files,
    List<GoldenText> golden,
    double tolerance,
    Map<String, Double> tolerances) {
  /** The graph. */
  public static final String GRAPH = "model.onnx";

  /** The row index of a model that reads hashed n-grams. */
  public static final String ROWS = "rows.bin";

  /** The pieces of a model that reads word pieces, one a line. */
  public static final String VOCABULARY = "vocab.txt";

  /** The same as Hugging Face's tokenizers library writes it, in place of the list. */
  public static final String TOKENISER = "tokenizer.json";

  /** This description. */
  public static final String NAME = "model.yaml";

  /** By how much a golden score may differ on a kind of device. */
  public double toleranceOn(String device) {
    return tolerances.getOrDefault(device, tolerance);
  }

  /** The same on another device. */
  public Manifest on(DeviceChoice device) {
    return new Manifest(
        id,
        input,
        labels,
        limits,
        new Placement(device, placement.devices(), placement.graphs()),
        standby,
        operatingPoints,
        files,
        golden,
        tolerance,
        tolerances);
  }

  /** Where it is to run. */
  public DeviceChoice device() {
    return placement.device();
  }
}
