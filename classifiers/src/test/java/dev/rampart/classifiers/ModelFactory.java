package dev.rampart.classifiers;

import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.onnx.LinearGraph;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.classifiers.text.HashSpec;
import dev.rampart.classifiers.text.NgramFeaturiser;
import dev.rampart.classifiers.text.RowIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Writes small models whose weights are random, so that a test needs no trained one. */
public final class ModelFactory {
  public static final HashSpec SPEC = new HashSpec(1, 4096, 3, 4, 1024, 2048);
  private static final String GOLDEN = "a quiet afternoon in the garden";

  private final Path root;

  public ModelFactory(Path root) {
    this.root = root;
  }

  /** A valid model folder. */
  public Path write(ModelId id, List<String> labels, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    BitSet kept = new BitSet();
    for (int bucket = 1; bucket < SPEC.buckets(); bucket++) {
      kept.set(bucket, random.nextInt(4) > 0);
    }
    RowIndex index = RowIndex.of(kept, SPEC.buckets());
    float[] table = new float[index.rows() * labels.size()];
    for (int i = labels.size(); i < table.length; i++) {
      table[i] = (float) (2 * random.nextDouble() - 1);
    }
    table = LinearGraph.stored(table);
    Path folder = Files.createDirectories(root.resolve(id.name()).resolve(id.version()));
    byte[] graph = LinearGraph.bytes(table, new float[labels.size()]);
    Files.write(folder.resolve(Manifest.GRAPH), graph);
    Files.write(folder.resolve(Manifest.ROWS), index.toBytes());
    Files.writeString(
        folder.resolve(Manifest.NAME),
        description(id, labels, graph, index, scores(table, index, labels.size())));
    return folder;
  }

  private static double[] scores(float[] table, RowIndex index, int labels) {
    NgramFeaturiser featuriser = new NgramFeaturiser(SPEC);
    int count = featuriser.featurise(GOLDEN);
    double[] sums = new double[labels];
    for (int i = 0; i < count; i++) {
      for (int l = 0; l < labels; l++) {
        sums[l] += table[index.row(featuriser.ids()[i]) * labels + l];
      }
    }
    for (int l = 0; l < labels; l++) {
      sums[l] = 1 / (1 + Math.exp(-sums[l] / Math.sqrt(count)));
    }
    return sums;
  }

  private static String description(
      ModelId id, List<String> labels, byte[] graph, RowIndex index, double[] scores) {
    return """
        format: 1
        name: %s
        version: "%s"
        input: {kind: hashed-ngrams, rules: 1, buckets: 4096, shortest: 3, longest: 4, max-characters: 1024, max-ids: 2048}
        labels: [%s]
        batch: {items: 256, numbers: 16384, lengths: [16, 64, 256, 1024, 2048]}
        device: cpu
        precision: 32-bit floats
        calibration: none
        operating-points:
          - {false-positive-rate: 0.01, thresholds: {%s}}
        files:
          model.onnx: %s
          rows.bin: %s
        golden:
          tolerance: 0.0001
          texts:
            - {text: %s, scores: [%s]}
        """
        .formatted(
            id.name(),
            id.version(),
            String.join(", ", labels),
            labels.stream().map(l -> l + ": 0.5").collect(Collectors.joining(", ")),
            ModelRepository.sha256(graph),
            ModelRepository.sha256(index.toBytes()),
            GOLDEN,
            java.util.Arrays.stream(scores)
                .mapToObj(s -> String.format(java.util.Locale.ROOT, "%.6f", s))
                .collect(Collectors.joining(", ")));
  }

  /**
   * A model over one feature: the score is what the graph makes of it, and the graph makes {@code
   * expected} of 1.
   */
  public Path writeVector(ModelId id, byte[] graph, double expected) throws IOException {
    Path folder = Files.createDirectories(root.resolve(id.name()).resolve(id.version()));
    Files.write(folder.resolve(Manifest.GRAPH), graph);
    String description =
        """
        format: 1
        name: %s
        version: "%s"
        input: {kind: features, catalogue: test, names: [one]}
        labels: [risk]
        batch: {items: 64, numbers: 64, lengths: [1]}
        device: cpu
        precision: 32-bit floats
        calibration: none
        operating-points:
          - {false-positive-rate: 0.01, thresholds: {risk: 0.5}}
        files: {model.onnx: %s}
        golden:
          tolerance: 0.0001
          texts:
            - {text: "", features: [1.0], scores: [%s]}
        """
            .formatted(id.name(), id.version(), ModelRepository.sha256(graph), expected);
    Files.writeString(folder.resolve(Manifest.NAME), description);
    return folder;
  }
}
