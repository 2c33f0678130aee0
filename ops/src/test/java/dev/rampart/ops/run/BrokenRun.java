package dev.rampart.ops.run;

import dev.rampart.ops.pipeline.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A {@code run --config} that would work, and ways to break it. */
final class BrokenRun {
  private final List<Change> changes = new ArrayList<>();
  private final StringBuilder more = new StringBuilder();
  private String bootstrap;
  private int adminPort;
  private String option = "--json=false";

  BrokenRun(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** Breaks the files after they were written. */
  private interface Change {
    void to(Path folder) throws IOException;
  }

  BrokenRun bootstrap(String other) {
    bootstrap = other;
    return this;
  }

  BrokenRun adminPort(int port) {
    adminPort = port;
    return this;
  }

  BrokenRun option(String other) {
    option = other;
    return this;
  }

  BrokenRun add(String line) {
    more.append(line).append('\n');
    return this;
  }

  BrokenRun missing() {
    return change(folder -> Files.delete(configuration(folder)));
  }

  BrokenRun folder() {
    return missing().change(folder -> Files.createDirectory(configuration(folder)));
  }

  BrokenRun policy(String text, String replacement) {
    return change(
        folder -> {
          Path file = folder.resolve("policies/spam.yml");
          String policy = Files.readString(file);
          if (!policy.contains(text)) {
            throw new IllegalArgumentException(file + " holds no '" + text + "' to break");
          }
          Files.writeString(file, policy.replace(text, replacement));
        });
  }

  BrokenRun flippedBytes() {
    return change(
        folder -> {
          Path file = folder.resolve("models/toxicity/2/model.onnx");
          byte[] bytes = Files.readAllBytes(file);
          bytes[bytes.length / 2] ^= 0x55;
          Files.write(file, bytes);
        });
  }

  BrokenRun without(String name) {
    return change(folder -> Files.move(folder.resolve(name), folder.resolve(name + "-gone")));
  }

  BrokenRun stateIsAFile() {
    return change(folder -> Files.writeString(folder.resolve("state"), "no folder"));
  }

  /** Writes everything into a new folder under {@code parent}. */
  String[] commandLine(Path parent) throws IOException {
    Path folder = Files.createTempDirectory(parent, "run");
    Sources shipped = Sources.shipped();
    copy(shipped.models(), folder.resolve("models"));
    copy(shipped.policies(), folder.resolve("policies"));
    Files.copy(shipped.catalogue(), folder.resolve("catalogue"));
    Files.writeString(configuration(folder), text(folder));
    for (Change change : changes) {
      change.to(folder);
    }
    return new String[] {"run", "--config", configuration(folder).toString(), option};
  }

  private BrokenRun change(Change change) {
    changes.add(change);
    return this;
  }

  private static Path configuration(Path folder) {
    return folder.resolve("rampart.yml");
  }

  private String text(Path folder) {
    return """
        kafka:
          bootstrap: %s
          client: {default.api.timeout.ms: '1500', request.timeout.ms: '1000'}
        files:
          models: '%2$s/models'
          policies: '%2$s/policies'
          catalogue: '%2$s/catalogue'
          lists: '%4$s'
          state: '%2$s/state'
        server:
          applicationConnectors: [{type: http, bindHost: 127.0.0.1, port: 0}]
          adminConnectors: [{type: http, bindHost: 127.0.0.1, port: %3$d}]
        """
            .formatted(bootstrap, folder, adminPort, Sources.shipped().lists().toAbsolutePath())
        + more;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(file -> copyOne(file, to.resolve(from.relativize(file).toString())));
    }
  }

  private static void copyOne(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
