package dev.rampart.ops.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files beside the code. */
public final class Project {
  private static final Path OPS = Path.of(System.getProperty("rampart.root"), "ops");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final ObjectMapper YAML_MAPPER = new ObjectMapper(YAML);

  private Project() {}

  /** A file or folder under {@code ops}. */
  public static Path ops(String path) {
    return OPS.resolve(path);
  }

  public static String text(Path file) throws IOException {
    return Files.readString(file);
  }

  public static JsonNode json(Path file) throws IOException {
    return JSON.readTree(file.toFile());
  }

  public static JsonNode yaml(Path file) throws IOException {
    return YAML_MAPPER.readTree(file.toFile());
  }

  /** All documents of a YAML file. */
  public static List<JsonNode> documents(Path file) throws IOException {
    try (YAMLParser parser = YAML.createParser(file.toFile())) {
      return YAML_MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(parser).readAll();
    }
  }

  /** The files of a folder that end so, sorted. */
  public static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
