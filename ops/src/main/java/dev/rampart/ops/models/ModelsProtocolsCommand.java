package dev.rampart.ops.models;

import dev.rampart.classifiers.text.HashSpec;
import dev.rampart.classifiers.training.PublicProtocols;
import dev.rampart.classifiers.training.PublicProtocols.Figure;
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

/** {@code models protocols}: our trainer on what others published. */
@Command(
    name = "protocols",
    description =
        "Trains and tests on public sets as their papers did, each on its own training part only,"
            + " and prints the figures.")
public final class ModelsProtocolsCommand extends RampartCommand {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Folder of the public data sets.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path data;

  @Override
  protected ExitCode run(Output output) {
    if (!Files.isDirectory(data)) {
      throw CommandFailure.wrongUsage(data + ": is no folder");
    }
    List<Figure> figures = new PublicProtocols(data, HashSpec.STANDARD).run(output::note);
    output.result(
        figures,
        () ->
            figures.stream()
                .map(Figure::toString)
                .collect(Collectors.joining(System.lineSeparator())));
    return ExitCode.DONE;
  }
}
