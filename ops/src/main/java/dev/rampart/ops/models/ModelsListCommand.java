package dev.rampart.ops.models;

import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code models list}: what is in the repository. */
@Command(name = "list", description = "Shows the models of the repository and their labels.")
public final class ModelsListCommand extends RampartCommand {
  @Mixin private final RepositoryOptions options = new RepositoryOptions();

  /** A version of a model. */
  record Listed(String model, String version, List<String> labels) {
    static Listed of(Manifest manifest) {
      return new Listed(manifest.id().name(), manifest.id().version(), manifest.labels());
    }

    String line() {
      return "%-16s %-8s %s".formatted(model, version, String.join(", ", labels));
    }
  }

  @Override
  protected ExitCode run(Output output) {
    ModelRepository repository = options.repository();
    List<Listed> models =
        repository.list().stream().map(repository::manifest).map(Listed::of).toList();
    output.result(
        models,
        () ->
            models.stream().map(Listed::line).collect(Collectors.joining(System.lineSeparator())));
    return ExitCode.DONE;
  }
}
