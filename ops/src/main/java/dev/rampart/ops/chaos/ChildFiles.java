package dev.rampart.ops.chaos;

import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.pipeline.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of one instance, in a folder of its own.
 *
 * @param configuration what {@code run --config} reads
 * @param models its own copy of the models
 * @param state of its stores
 * @param clock how far its clock is shifted, where it can be
 * @param scratch where its native libraries are unpacked
 * @param log what it says
 */
record ChildFiles(Path configuration, Path models, Path state, Path clock, Path scratch, Path log) {
  private static final String CONFIGURATION =
      """
      kafka:
        bootstrap: %s
      streams:
        threads: 1
        commitInterval: 100 ms
      files:
        models: '%s'
        policies: '%s'
        catalogue: '%s'
        lists: '%s'
        state: '%s'
      server:
        requestLog:
          appenders: []
        applicationConnectors:
          - {type: http, bindHost: 127.0.0.1, port: 0}
        adminConnectors:
          - {type: http, bindHost: 127.0.0.1, port: %d}
      """;

  /** Lays the files out, with a copy of the shipped models. */
  static ChildFiles in(Path folder) throws IOException {
    ChildFiles files =
        new ChildFiles(
            folder.resolve("rampart.yml"),
            folder.resolve("models"),
            folder.resolve("state"),
            folder.resolve("clock"),
            folder.resolve("scratch"),
            folder.resolve("instance.log"));
    Files.createDirectories(files.state);
    files.copyModels();
    return files;
  }

  /** Writes the configuration of an instance that reaches its brokers under {@code bootstrap}. */
  void configure(String bootstrap, int adminPort) throws IOException {
    Sources shipped = Sources.shipped();
    Files.writeString(
        configuration,
        CONFIGURATION.formatted(
            bootstrap,
            models,
            shipped.policies().toAbsolutePath(),
            shipped.catalogue().toAbsolutePath(),
            shipped.lists().toAbsolutePath(),
            state,
            adminPort));
  }

  /** Makes room for a process: what one that was killed has unpacked goes. */
  void emptyScratch() throws IOException {
    new TemporaryFolder(scratch).close();
    Files.createDirectories(scratch);
  }

  /** Puts the shipped models in the place of what is there. */
  void copyModels() throws IOException {
    Path shipped = Sources.shipped().models();
    for (Path source : walk(shipped)) {
      Path target = models.resolve(shipped.relativize(source).toString());
      if (Files.isDirectory(source)) {
        Files.createDirectories(target);
      } else {
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** The graph of each model, in the order of their names. */
  List<Path> graphs() throws IOException {
    return walk(models).stream().filter(file -> file.endsWith("model.onnx")).sorted().toList();
  }

  /** The end of the log, for a person who has to find out why the instance ended. */
  String lastLines() {
    try {
      String text = Files.readString(log);
      return text.substring(Math.max(0, text.length() - 2_000)).strip();
    } catch (IOException unreadable) {
      return "(its log cannot be read)";
    }
  }

  private static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.toList();
    }
  }
}
