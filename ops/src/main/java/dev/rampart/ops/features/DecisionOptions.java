package dev.rampart.ops.features;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.topology.retention.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that hold decisions against their input. */
final class DecisionOptions {
  @Option(
      names = "--decisions",
      paramLabel = "FILE",
      required = true,
      description = "Decisions as JSON lines, in the order of their topic, as replay writes them.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path decisions;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      required = true,
      description = "The events that were decided, one JSON object a line.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path input;

  @Mixin private final ListsOption lists = new ListsOption();

  @Option(
      names = "--kept-days",
      paramLabel = "DAYS",
      description =
          "The pipeline's retention.features: an account that was idle for longer started afresh."
              + " Default: ${DEFAULT-VALUE}")
  private long keptDays = Retention.DEFAULT.features().toDays();

  /** How long an idle account's features were kept. */
  Duration kept() {
    return Duration.ofDays(keptDays);
  }

  /** Refuses files that cannot be read. */
  void check() {
    List<String> problems =
        Stream.of(decisions, input)
            .filter(file -> !Files.isReadable(file) || Files.isDirectory(file))
            .map(file -> file + ": is no file that can be read")
            .toList();
    if (!problems.isEmpty()) {
      throw CommandFailure.wrongUsage(problems);
    }
  }

  DecisionLines decisions() {
    return new DecisionLines(decisions);
  }

  InputEvents input() throws IOException {
    return InputEvents.read(input, lists.reputation());
  }
}
