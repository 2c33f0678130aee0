package dev.rampart.topology.features;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a catalogue file and reports everything that is wrong with it at once. */
final class CatalogueReader {
  private static final Set<String> FIELDS =
      new TreeSet<>(Set.of("version", "entities", "features"));

  private final Path file;
  private final YamlProblems problems;

  CatalogueReader(Path file) {
    this.file = file;
    problems = new YamlProblems(file.toString());
  }

  FeatureCatalogue read() throws CatalogueException {
    byte[] content = content();
    YamlFields top = new YamlFields(document(content), "", FIELDS, problems);
    String version = top.required("version", "the catalogue's version");
    List<FeatureDefinition> features = features(top);
    List<EntityDefinition> entities = new EntityReader(top, problems, features).read();
    problems.throwIfAny();
    return new FeatureCatalogue(version + "-" + shortHash(content), features, entities);
  }

  private byte[] content() throws CatalogueException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw failed(1, "file", "nothing readable (" + e + ")", "a YAML file");
    }
  }

  private Node document(byte[] content) throws CatalogueException {
    try {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      Node document = yaml.compose(new StringReader(new String(content, StandardCharsets.UTF_8)));
      if (document == null) {
        throw failed(1, "file", "nothing", "version and features");
      }
      return document;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw failed(line, "file", String.valueOf(e.getProblem()), "well-formed YAML");
    } catch (YAMLException e) {
      throw failed(1, "file", String.valueOf(e.getMessage()), "well-formed YAML");
    }
  }

  private List<FeatureDefinition> features(YamlFields top) {
    List<FeatureDefinition> features = new ArrayList<>();
    Node node = top.node("features").orElse(null);
    if (node instanceof SequenceNode list && !list.getValue().isEmpty()) {
      DefinitionReader reader = new DefinitionReader(problems);
      list.getValue().forEach(item -> reader.read(item, features.size()).ifPresent(features::add));
    } else {
      top.problem(
          "features", node == null ? "nothing" : YamlFields.describe(node), "a list of features");
    }
    return features;
  }

  private CatalogueException failed(int line, String field, String found, String allowed) {
    return new CatalogueException(
        List.of(new CatalogueProblem(file.toString(), line, field, found, allowed)));
  }

  private static String shortHash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
