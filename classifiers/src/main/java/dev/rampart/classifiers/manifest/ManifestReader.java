package dev.rampart.classifiers.manifest;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.text.HashSpec;
import dev.rampart.classifiers.text.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code model.yaml}. */
public final class ManifestReader {
  private static final int MOST_ITEMS = 4096;
  private static final List<String> KINDS = List.of("cpu", "cuda", "tensorrt");
  private static final Map<String, DeviceChoice> DEVICES =
      Arrays.stream(DeviceChoice.values()).collect(Collectors.toMap(DeviceChoice::written, d -> d));

  private final Path folder;
  private final ModelId id;
  private final List<Problem> problems;

  /**
   * A reader for one folder.
   *
   * @param problems to which it adds what it finds
   */
  public ManifestReader(Path folder, ModelId id, List<Problem> problems) {
    this.folder = folder;
    this.id = id;
    this.problems = problems;
  }

  /** What the file says, or null where it cannot be used; then there are problems. */
  public @Nullable Manifest read() {
    int before = problems.size();
    String file = folder.resolve(Manifest.NAME).toString();
    Object yaml = parse(file);
    if (problems.size() > before) {
      return null;
    }
    YamlFields fields =
        new YamlFields(file, "", yaml, problems)
            .only(
                "format",
                "name",
                "version",
                "input",
                "labels",
                "batch",
                "device",
                "devices",
                "graphs",
                "fallback",
                "precision",
                "calibration",
                "operating-points",
                "files",
                "golden",
                "provenance");
    fields.whole("format", 1, 1);
    Manifest manifest = manifest(fields);
    check(fields, manifest);
    return problems.size() == before ? manifest : null;
  }

  private @Nullable Object parse(String file) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      options.setMaxAliasesForCollections(0); // or a list may hold itself
      return new Yaml(new SafeConstructor(options)).load(Files.readString(Path.of(file)));
    } catch (IOException e) {
      problems.add(new Problem(file, "", "nothing that can be read", "a UTF-8 text file"));
    } catch (YAMLException e) {
      problems.add(
          new Problem(
              file,
              "",
              String.valueOf(e.getMessage()).lines().collect(Collectors.joining(" ")),
              "YAML"));
    }
    return null;
  }

  private Manifest manifest(YamlFields fields) {
    YamlFields golden = fields.at("golden").only("tolerance", "tolerances", "texts");
    return new Manifest(
        new ModelId(fields.text("name"), fields.text("version")),
        input(fields.at("input")),
        fields.listOf("labels", String.class, "names"),
        limits(fields.at("batch").only("items", "numbers", "lengths")),
        placement(fields),
        fields.has("fallback") ? fields.text("fallback") : "",
        fields.each("operating-points", ManifestReader::operatingPoint),
        fields.mapOf("files", String.class, "SHA-256 in lower-case hexadecimal"),
        golden.each("texts", ManifestReader::goldenText),
        golden.share("tolerance"),
        golden.has("tolerances")
            ? golden.mapOf("tolerances", Double.class, "a number from 0 to 1")
            : Map.of());
  }

  private static Placement placement(YamlFields fields) {
    return new Placement(
        fields.oneOf("device", DEVICES, DeviceChoice.CPU),
        fields.has("devices")
            ? fields.listOf("devices", Integer.class, "numbers of CUDA devices, from 0")
            : List.of(0),
        fields.has("graphs") ? fields.mapOf("graphs", String.class, "a file name") : Map.of());
  }

  private InputSpec input(YamlFields fields) {
    Map<String, String> kinds =
        Map.of(
            "hashed-ngrams", "hashed-ngrams", "features", "features", "word-pieces", "word-pieces");
    return switch (fields.oneOf("kind", kinds, "")) {
      case "features" -> featureVector(fields.only("kind", "catalogue", "names"));
      case "hashed-ngrams" -> new InputSpec.HashedText(hashSpec(fields));
      case "word-pieces" -> wordPieces(fields.only("kind", "max-length", "output", "activation"));
      default -> new InputSpec.HashedText(HashSpec.STANDARD);
    };
  }

  private static InputSpec featureVector(YamlFields fields) {
    List<String> names = fields.listOf("names", String.class, "names of features");
    if (new HashSet<>(names).size() < names.size()) {
      fields.problem("names", names, "each name once");
    }
    return new InputSpec.FeatureVector(fields.text("catalogue"), names);
  }

  private InputSpec wordPieces(YamlFields fields) {
    Map<String, Activation> activations =
        Map.of("sigmoid", Activation.SIGMOID, "softmax", Activation.SOFTMAX);
    int maxLength = fields.whole("max-length", 2, 8192);
    Activation activation = fields.oneOf("activation", activations, Activation.SIGMOID);
    return new InputSpec.WordPieces(vocabulary(), maxLength, fields.text("output"), activation);
  }

  private Vocabulary vocabulary() {
    Path list = folder.resolve(Manifest.VOCABULARY);
    Path tokeniser = folder.resolve(Manifest.TOKENISER);
    boolean isList = Files.exists(list) || !Files.exists(tokeniser);
    Path file = isList ? list : tokeniser;
    String allowed = isList ? "word pieces, one a line" : "a WordPiece tokeniser in lower case";
    try {
      return new Vocabulary(isList ? Files.readAllLines(list) : TokeniserFile.pieces(tokeniser));
    } catch (IOException e) {
      problems.add(new Problem(file.toString(), "", "nothing that can be read", allowed));
    } catch (IllegalArgumentException e) {
      problems.add(new Problem(file.toString(), "", String.valueOf(e.getMessage()), allowed));
    }
    return new Vocabulary(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]"));
  }

  private static HashSpec hashSpec(YamlFields fields) {
    fields.only("kind", "rules", "buckets", "shortest", "longest", "max-characters", "max-ids");
    try {
      return new HashSpec(
          fields.whole("rules", 1, 1000),
          fields.whole("buckets", 16, 1 << 24),
          fields.whole("shortest", 2, 8),
          fields.whole("longest", 2, 8),
          fields.whole("max-characters", 64, 65_536),
          fields.whole("max-ids", 16, 65_536));
    } catch (IllegalArgumentException e) {
      fields.problem("", e.getMessage(), "what this program's rules take");
      return HashSpec.STANDARD;
    }
  }

  private static BatchLimits limits(YamlFields fields) {
    return new BatchLimits(
        fields.whole("items", 1, MOST_ITEMS),
        fields.whole("numbers", 1, 1 << 24),
        fields.listOf("lengths", Integer.class, "whole numbers"));
  }

  private static OperatingPoint operatingPoint(YamlFields fields) {
    fields.only("false-positive-rate", "thresholds");
    return new OperatingPoint(
        fields.share("false-positive-rate"),
        fields.mapOf("thresholds", Double.class, "a number from 0 to 1"));
  }

  private static GoldenText goldenText(YamlFields fields) {
    fields.only("text", "features", "scores");
    List<Double> features =
        fields.has("features")
            ? fields.listOf("features", Double.class, "decimal numbers")
            : List.of();
    return new GoldenText(
        fields.text("text"),
        features,
        fields.listOf("scores", Double.class, "numbers from 0 to 1"));
  }

  private void check(YamlFields fields, Manifest manifest) {
    if (!manifest.id().equals(id)) {
      fields.problem("name and version", manifest.id(), "the names of its folders, " + id);
    }
    if (new HashSet<>(manifest.labels()).size() < manifest.labels().size()) {
      fields.problem("labels", manifest.labels(), "each name once");
    }
    checkLengths(fields, manifest.limits());
    for (OperatingPoint point : manifest.operatingPoints()) {
      if (!point.thresholds().keySet().equals(new HashSet<>(manifest.labels()))) {
        fields.problem(
            "operating-points.thresholds",
            point.thresholds().keySet(),
            "one for each of " + manifest.labels());
      }
    }
    for (GoldenText golden : manifest.golden()) {
      if (golden.scores().size() != manifest.labels().size()) {
        fields.problem(
            "golden.texts.scores",
            golden.scores().size() + " scores",
            manifest.labels().size() + ", one for each label");
      }
    }
    checkPlacement(fields, manifest);
    requireFiles(fields, manifest);
  }

  private static void checkPlacement(YamlFields fields, Manifest manifest) {
    List<Integer> devices = manifest.placement().devices();
    if (new HashSet<>(devices).size() < devices.size() || devices.stream().anyMatch(d -> d < 0)) {
      fields.problem("devices", devices, "numbers of CUDA devices, from 0, each once");
    }
    if (!KINDS.containsAll(manifest.placement().graphs().keySet())) {
      fields.problem("graphs", manifest.placement().graphs().keySet(), "among " + KINDS);
    }
    if (!KINDS.containsAll(manifest.tolerances().keySet())) {
      fields.problem("golden.tolerances", manifest.tolerances().keySet(), "among " + KINDS);
    }
    if (manifest.standby().equals(manifest.id().name())) {
      fields.problem("fallback", manifest.standby(), "another model");
    }
  }

  private static void checkLengths(YamlFields fields, BatchLimits limits) {
    List<Integer> sorted = new ArrayList<>(limits.lengths());
    sorted.sort(null);
    if (!sorted.equals(limits.lengths()) || sorted.stream().anyMatch(n -> n < 1)) {
      fields.problem("batch.lengths", limits.lengths(), "rising numbers above 0");
    } else if (!sorted.isEmpty() && limits.longest() > limits.numbers()) {
      fields.problem(
          "batch.numbers", limits.numbers(), "at least the last length, " + limits.longest());
    }
  }

  private static void requireFiles(YamlFields fields, Manifest manifest) {
    List<String> needed = new ArrayList<>(needed(manifest));
    needed.addAll(manifest.placement().graphs().values());
    for (String name : needed) {
      if (!manifest.files().containsKey(name)) {
        fields.problem("files." + name, null, "its SHA-256");
      }
    }
  }

  private static List<String> needed(Manifest manifest) {
    if (manifest.input() instanceof InputSpec.HashedText) {
      return List.of(Manifest.GRAPH, Manifest.ROWS);
    }
    if (manifest.input() instanceof InputSpec.FeatureVector) {
      return List.of(Manifest.GRAPH);
    }
    boolean isJson = manifest.files().containsKey(Manifest.TOKENISER);
    return List.of(Manifest.GRAPH, isJson ? Manifest.TOKENISER : Manifest.VOCABULARY);
  }
}
