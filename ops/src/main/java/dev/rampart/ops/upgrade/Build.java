package dev.rampart.ops.upgrade;

import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.pipeline.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A build of Rampart in a folder.
 *
 * @param name for people
 * @param classPath of its program
 * @param sources its models, policies, catalogue and lists
 */
record Build(String name, String classPath, Sources sources) {
  private static final String HOME = "rampart.home";

  /** The one that runs. */
  static Build ofThis() {
    return new Build("this build", System.getProperty("java.class.path"), Sources.shipped());
  }

  /** The one in a folder: a clone that was built, or what a distribution unpacks to. */
  static Build in(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    Path library =
        Stream.of(root.resolve("ops/target/rampart/lib"), root.resolve("lib"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow(
                () ->
                    CommandFailure.wrongUsage(
                        "--from: found no build in %s, allowed is a folder in which ./rampart ran"
                                .formatted(folder)
                            + " once, or a distribution"));
    Sources sources =
        new Sources(
            root.resolve("classifiers/models"),
            root.resolve("actions/policies"),
            root.resolve("topology/catalogue/features.yml"),
            root.resolve("topology/lists"));
    return new Build(String.valueOf(root.getFileName()), library + "/*", sources);
  }

  /** What starts an instance of it. */
  List<String> run(Path configuration) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-D" + HOME + "=" + System.getProperty(HOME, "."),
        "-cp",
        classPath,
        Main.class.getName(),
        "run",
        "--config",
        configuration.toString());
  }
}
