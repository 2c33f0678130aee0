package dev.rampart.ops.models;

import dev.rampart.classifiers.training.BehaviourTrainer;
import dev.rampart.classifiers.training.ModelTrainer;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code models train}: makes a shipped baseline again, or a new version of it. */
@Command(
    name = "train",
    description =
        "Trains a baseline model: toxicity, spam and scam from public labelled data, behaviour from"
            + " decisions whose truth is known. The same data and seed give the same bytes.")
public final class ModelsTrainCommand extends RampartCommand {
  @Mixin private final RepositoryOptions options = new RepositoryOptions();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      required = true,
      description = "toxicity, spam, scam or behaviour.")
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
      paramLabel = "PATH",
      required = true,
      description =
          "Folder of the public data sets; for behaviour a file of decisions, as replay writes it.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path data;

  @Option(
      names = "--held-out",
      paramLabel = "FILE.jsonl",
      description = "For behaviour: decisions of other communities, for calibration and figures.")
  private Optional<Path> heldOut = Optional.empty();

  @Option(
      names = "--truth",
      paramLabel = "FILE.jsonl",
      description = "For behaviour: what each event is, as the command community writes it.")
  private Optional<Path> truth = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of everything random. Default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Override
  protected ExitCode run(Output output) {
    Path folder = options.folder().resolve(model).resolve(version);
    if (Files.exists(folder)) {
      throw CommandFailure.wrongUsage(folder + ": exists already");
    }
    Stages stages = new Stages(output);
    if (model.equals(BehaviourTrainer.MODEL)) {
      trainBehaviour(stages);
    } else {
      trainText(stages);
    }
    output.result(
        Map.of("model", model, "version", version, "folder", folder.toString()),
        () -> "wrote " + folder);
    return ExitCode.DONE;
  }

  private void trainText(Stages stages) {
    if (!ModelTrainer.MODELS.contains(model)) {
      throw CommandFailure.wrongUsage(
          "--model: found '%s', allowed are %s and %s"
              .formatted(model, String.join(", ", ModelTrainer.MODELS), BehaviourTrainer.MODEL));
    }
    if (!Files.isDirectory(data)) {
      throw CommandFailure.wrongUsage(data + ": is no folder");
    }
    new ModelTrainer(data, seed, stages::tell).train(model, version, options.folder());
  }

  private void trainBehaviour(Stages stages) {
    var files =
        new BehaviourTrainer.Data(data, file("--held-out", heldOut), file("--truth", truth));
    try {
      new BehaviourTrainer(seed, stages::tell).train(files, version, options.folder());
    } catch (IllegalArgumentException wrong) {
      throw CommandFailure.wrongUsage(String.valueOf(wrong.getMessage()));
    }
  }

  private static Path file(String option, Optional<Path> file) {
    Path given =
        file.orElseThrow(() -> CommandFailure.wrongUsage(option + ": behaviour needs a file"));
    if (!Files.isReadable(given) || Files.isDirectory(given)) {
      throw CommandFailure.wrongUsage(option + ": " + given + " is no file that can be read");
    }
    return given;
  }
}
