package dev.rampart.ops.policies;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.ServedCall;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code policies settings}: what the installation asks of all its policies. */
@Command(
    name = "settings",
    description = "Changes what the installation asks of all its policies; the rest stays.")
public final class SettingsCommand extends ChangeCommand {
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

  @Override
  ServedCall served() {
    Map<String, Object> body = new HashMap<>();
    body.put("four_eyes", fourEyes);
    body.put("budget", budget);
    body.put("window_seconds", window == null ? null : window.toSeconds());
    body.values().removeIf(Objects::isNull);
    return new ServedCall("PUT", "/v1/settings", body);
  }

  @Override
  void run(PolicyTopics topics, Output output) {
    Settings settings = changed(Settings.of(topics.control()));
    new ControlDesk(topics, clock()).settings(settings, signature());
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
