package dev.rampart.ops.api;

import dev.rampart.ops.pipeline.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Model repositories of tests: one shipped model, and versions of it that score alike. */
record ModelFolders(String model) {
  private static final String FIRST = "1";

  /** A repository with the first version of the model. */
  Path create(Path root) throws IOException {
    add(root, FIRST);
    return root;
  }

  /** Puts a version into a repository. */
  void add(Path root, String version) throws IOException {
    Path from = shipped();
    Path to = Files.createDirectories(root.resolve(model).resolve(version));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    Path manifest = to.resolve("model.yaml");
    String text = Files.readString(manifest);
    String own = "version: \"" + from.getFileName() + "\"";
    Files.writeString(manifest, text.replace(own, "version: \"" + version + "\""));
  }

  private Path shipped() throws IOException {
    try (Stream<Path> versions = Files.list(Sources.shipped().models().resolve(model))) {
      return versions.max(Comparator.naturalOrder()).orElseThrow();
    }
  }
}
