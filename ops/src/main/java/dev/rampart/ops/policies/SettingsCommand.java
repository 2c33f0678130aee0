package dev.rampart.ops.policies;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.Output;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code policies settings}: what the installation asks of all its policies. */
@Command(
    name = "settings",
    description = "Changes what the installation asks of all its policies; the rest stays.")
public final class SettingsCommand extends TopicCommand {
  @Option(
      names = "--four-eyes",
      paramLabel = "true|false",
      arity = "1",
      description = "Whether canary and live wait for a second person.")
  private @Nullable Boolean fourEyes;

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "Actions that all policies together may take in a window; 0 for no limit.")
  private @Nullable Long budget;

  @Option(
      names = "--window",
      paramLabel = "DURATION",
      description = "Length of that window, PT10S to P1D.")
  private @Nullable Duration window;

  @Mixin private final SignatureOptions signature = new SignatureOptions();

  @Override
  void run(PolicyTopics topics, Output output) {
    Settings settings = changed(Settings.of(topics.control()));
    new ControlDesk(topics, clock()).settings(settings, signature.signature());
    output.result(settings, settings::toString);
  }

  private Settings changed(Settings now) {
    Settings changed =
        new Settings(
            fourEyes == null ? now.fourEyes() : fourEyes,
            budget == null ? now.budget() : budget,
            window == null ? now.window() : window);
    List<String> problems = changed.problems();
    if (!problems.isEmpty()) {
      throw CommandFailure.wrongUsage(problems.stream().map(problem -> "--" + problem).toList());
    }
    return changed;
  }
}
