package dev.rampart.ops.models;

import dev.rampart.classifiers.training.ModelTrainer;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code models train}: makes a shipped baseline again, or a new version of it. */
@Command(
    name = "train",
    description =
        "Trains a baseline model from public labelled data; the same data and seed give the same"
            + " bytes.")
public final class ModelsTrainCommand extends RampartCommand {
  @Mixin private final RepositoryOptions options = new RepositoryOptions();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      required = true,
      description = "toxicity, spam or scam.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private String model;

  @Option(
      names = "--version-name",
      paramLabel = "VERSION",
      required = true,
      description = "Version to write; it must not exist.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private String version;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the public data sets.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path data;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of everything random. Default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Override
  protected ExitCode run(Output output) {
    if (!ModelTrainer.MODELS.contains(model)) {
      throw CommandFailure.wrongUsage(
          "--model: found '%s', allowed are %s"
              .formatted(model, String.join(", ", ModelTrainer.MODELS)));
    }
    if (!Files.isDirectory(data)) {
      throw CommandFailure.wrongUsage(data + ": is no folder");
    }
    Path folder = options.folder().resolve(model).resolve(version);
    if (Files.exists(folder)) {
      throw CommandFailure.wrongUsage(folder + ": exists already");
    }
    Stages stages = new Stages(output);
    new ModelTrainer(data, seed, stages::tell).train(model, version, options.folder());
    output.result(
        Map.of("model", model, "version", version, "folder", folder.toString()),
        () -> "wrote " + folder);
    return ExitCode.DONE;
  }

  /** Tells each tenth of each stage once. */
  private static final class Stages {
    private final Output output;
    private String last = "";

    Stages(Output output) {
      this.output = output;
    }

    void tell(String stage, double share) {
      String line = "%s %d %%".formatted(stage, Math.round(share * 10) * 10);
      if (!line.equals(last)) {
        output.note(line);
        last = line;
      }
    }
  }
}
