package dev.rampart.classifiers.training;

import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.manifest.OperatingPoint;
import dev.rampart.classifiers.onnx.LinearGraph;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.classifiers.text.HashSpec;
import dev.rampart.classifiers.text.NgramFeaturiser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the folder of a trained linear model: graph, row index, description and card. */
final class ModelFolder {
  /**
   * Harmless sentences, each there for a part of the reading: plain, marked, linked, foreign,
   * disguised, empty, long.
   */
  private static final List<String> GOLDEN =
      List.of(
          "hello everyone",
          "The garden is lovely today, isn't it?",
          "Thx @friend, the notes are at https://docs.example.org/notes !!!",
          "Привет всем, как дела?",
          "c0ff33 t1me, f r e e cake f.o.r all",
          "ＦＵＬＬ ｗｉｄｔｈ and 𝓼𝓬𝓻𝓲𝓹𝓽 and ѕраrе kеуs",
          "so goooood 🎉🎉 1234 $50",
          "");

  private final Path folder;
  private final String version;

  ModelFolder(Path folder, String version) {
    this.folder = folder;
    this.version = version;
  }

  void write(Mixture mixture, TrainedModel model) {
    byte[] graph = LinearGraph.bytes(model.table(), model.bias());
    byte[] rows = model.index().toBytes();
    write(Manifest.GRAPH, graph);
    write(Manifest.ROWS, rows);
    write(Manifest.NAME, description(mixture, model, graph, rows).getBytes(StandardCharsets.UTF_8));
    write(
        "MODEL_CARD.md",
        new ModelCard(mixture, model, version).text().getBytes(StandardCharsets.UTF_8));
  }

  private void write(String name, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder.resolve(name), e);
    }
  }

  private String description(Mixture mixture, TrainedModel model, byte[] graph, byte[] rows) {
    HashSpec spec = model.spec();
    StringBuilder out = new StringBuilder();
    line(out, "# Written by the trainer. MODEL_CARD.md says what the model is for.");
    line(out, "format: 1");
    line(out, "name: " + mixture.model());
    line(out, "version: \"" + version + "\"");
    line(out, "input:");
    line(out, "  kind: hashed-ngrams");
    line(out, "  rules: " + spec.rules());
    line(out, "  buckets: " + spec.buckets());
    line(out, "  shortest: " + spec.shortest());
    line(out, "  longest: " + spec.longest());
    line(out, "  max-characters: " + spec.maxCharacters());
    line(out, "  max-ids: " + spec.maxIds());
    line(out, "labels: [" + String.join(", ", model.labels()) + "]");
    line(out, "batch:");
    line(out, "  items: 256");
    line(out, "  numbers: 32768");
    line(
        out,
        "  lengths: [16, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 2048, 4096, 8192, 16384]");
    line(out, "device: cpu");
    line(out, "precision: 32-bit floats, table stored in 16 bits");
    line(out, "calibration: Platt scaling on held-out examples, part of the weights");
    line(out, "operating-points:");
    for (OperatingPoint point : model.points()) {
      line(out, "  - false-positive-rate: " + point.falsePositiveRate());
      line(out, "    thresholds: {" + thresholds(point.thresholds()) + "}");
    }
    line(out, "files:");
    line(out, "  " + Manifest.GRAPH + ": " + ModelRepository.sha256(graph));
    line(out, "  " + Manifest.ROWS + ": " + ModelRepository.sha256(rows));
    line(out, "golden:");
    line(out, "  tolerance: 0.00002");
    line(out, "  texts:");
    golden(out, model);
    return out.toString();
  }

  private static void golden(StringBuilder out, TrainedModel model) {
    NgramFeaturiser featuriser = new NgramFeaturiser(model.spec());
    for (String text : GOLDEN) {
      int count = featuriser.featurise(text);
      line(out, "    - text: \"" + text + "\"");
      line(out, "      scores: " + numbers(model.scores(featuriser.ids(), count)));
    }
  }

  private static String numbers(float[] scores) {
    StringBuilder out = new StringBuilder("[");
    for (float score : scores) {
      out.append(out.length() > 1 ? ", " : "").append(String.format(Locale.ROOT, "%.6f", score));
    }
    return out.append("]").toString();
  }

  private static String thresholds(Map<String, Double> thresholds) {
    return thresholds.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%s: %.6f", e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static void line(StringBuilder out, String line) {
    out.append(line).append('\n');
  }
}
