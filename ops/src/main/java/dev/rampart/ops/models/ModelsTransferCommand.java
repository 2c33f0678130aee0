package dev.rampart.ops.models;

import dev.rampart.classifiers.training.ModelTrainer;
import dev.rampart.classifiers.training.Transfer;
import dev.rampart.classifiers.training.Transfer.Figures;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code models transfer}: our mixtures on what they did not learn from. */
@Command(
    name = "transfer",
    description =
        "Trains the shipped mixtures with each of their sets left out in turn, and prints how the"
            + " left-out sets and a suite of sentences of our own are judged. Takes minutes.")
public final class ModelsTransferCommand extends RampartCommand {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the public data sets.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path data;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Only this one: toxicity, spam or scam. Default: all three")
  private List<String> models = ModelTrainer.MODELS;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of everything random. Default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Override
  protected ExitCode run(Output output) {
    if (!Files.isDirectory(data)) {
      throw CommandFailure.wrongUsage(data + ": is no folder");
    }
    for (String model : models) {
      if (!ModelTrainer.MODELS.contains(model)) {
        throw CommandFailure.wrongUsage(
            "--model: found '%s', allowed are %s"
                .formatted(model, String.join(", ", ModelTrainer.MODELS)));
      }
    }
    Stages stages = new Stages(output);
    Transfer transfer = new Transfer(data, seed, stages::tell);
    List<Figures> figures = models.stream().map(transfer::of).toList();
    output.result(
        figures,
        () ->
            figures.stream()
                .flatMap(one -> one.lines().stream())
                .collect(Collectors.joining(System.lineSeparator())));
    return ExitCode.DONE;
  }
}
