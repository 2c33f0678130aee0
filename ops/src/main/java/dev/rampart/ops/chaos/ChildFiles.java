package dev.rampart.ops.chaos;

import dev.rampart.ops.pipeline.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of one instance.
 *
 * @param configuration what {@code run --config} reads
 * @param log what it says
 */
record ChildFiles(Path configuration, Path log) {
  private static final String CONFIGURATION =
      """
      kafka:
        bootstrap: %s
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

  static ChildFiles write(Path folder, String name, String bootstrap, int adminPort)
      throws IOException {
    Sources shipped = Sources.shipped();
    Path file = folder.resolve(name + ".yml");
    Files.writeString(
        file,
        CONFIGURATION.formatted(
            bootstrap,
            shipped.models().toAbsolutePath(),
            shipped.policies().toAbsolutePath(),
            shipped.catalogue().toAbsolutePath(),
            shipped.lists().toAbsolutePath(),
            folder.resolve(name + "-state"),
            adminPort));
    return new ChildFiles(file, folder.resolve(name + ".log"));
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
}
