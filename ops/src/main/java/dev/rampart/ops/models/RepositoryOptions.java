package dev.rampart.ops.models;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.pipeline.Sources;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says which model repository a command works on. */
final class RepositoryOptions {
  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Model repository. Default: the shipped one.")
  private Optional<Path> folder = Optional.empty();

  Path folder() {
    return folder.orElseGet(() -> Sources.shipped().models());
  }

  ModelRepository repository() {
    return new ModelRepository(folder());
  }

  /**
   * The version that is meant.
   *
   * @param model {@code NAME} for its newest version, or {@code NAME/VERSION}
   */
  ModelId find(String model) {
    List<ModelId> all = repository().list();
    return all.stream()
        .filter(id -> model.equals(id.name()) || model.equals(id.name() + "/" + id.version()))
        .max(Comparator.comparingInt(all::indexOf))
        .orElseThrow(
            () ->
                CommandFailure.wrongUsage(
                    "--model: found '%s', allowed are %s"
                        .formatted(
                            model,
                            String.join(
                                ", ",
                                all.stream().map(id -> id.name() + "/" + id.version()).toList()))));
  }
}
