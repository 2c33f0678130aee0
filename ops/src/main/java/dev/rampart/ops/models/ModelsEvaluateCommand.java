package dev.rampart.ops.models;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.evaluation.Evaluation;
import dev.rampart.classifiers.evaluation.Evaluator;
import dev.rampart.classifiers.evaluation.LabelledMessage;
import dev.rampart.classifiers.evaluation.LabelledMessages;
import dev.rampart.classifiers.evaluation.ReportPage;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code models evaluate}: a model against labelled messages. */
@Command(
    name = "evaluate",
    description =
        "Scores labelled messages, one a line: {\"text\": …, \"labels\": {\"hate\": 1, \"spam\":"
            + " 0}}, and prints the figures by label. A label that a line does not name is unknown"
            + " there, not negative.")
public final class ModelsEvaluateCommand extends RampartCommand {
  @Mixin private final RepositoryOptions options = new RepositoryOptions();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      required = true,
      description = "A model, for its newest version, or NAME/VERSION.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private String model;

  @Option(
      names = "--data",
      paramLabel = "FILE.jsonl",
      required = true,
      description = "Labelled messages.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path data;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Where to write a page with curves and confusion.")
  private Optional<Path> report = Optional.empty();

  @Override
  protected ExitCode run(Output output) throws IOException, InterruptedException {
    ModelId id = options.find(model);
    List<LabelledMessage> messages = messages();
    Evaluation evaluation = new Evaluator(options.repository()).evaluate(id, messages);
    if (evaluation.labels().isEmpty()) {
      throw CommandFailure.wrongUsage(
          "%s: no line names a label of %s, which has %s"
              .formatted(data, id, String.join(", ", options.repository().manifest(id).labels())));
    }
    if (report.isPresent()) {
      Files.writeString(report.get(), ReportPage.html(evaluation));
    }
    EvaluationTable table = EvaluationTable.of(evaluation);
    output.result(table, table::text);
    return ExitCode.DONE;
  }

  private List<LabelledMessage> messages() {
    if (!Files.isReadable(data) || Files.isDirectory(data)) {
      throw CommandFailure.wrongUsage(data + ": is no file that can be read");
    }
    try {
      return LabelledMessages.read(data);
    } catch (IllegalArgumentException wrong) {
      throw CommandFailure.wrongUsage(String.valueOf(wrong.getMessage()).lines().toList());
    }
  }
}
