package dev.rampart.ops.operation;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.client.ServerCommand;
import dev.rampart.ops.http.Page;
import dev.rampart.ops.operation.LoggerLevels.LoggerLevel;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code log-levels}: how much an instance logs. */
@Command(
    name = "log-levels",
    description =
        "Lists the loggers of an instance that have a level of their own, or gives one a level.")
public final class LogLevelsCommand extends ServerCommand {
  private static final String PATH = "/v1/log-levels";

  @Option(names = "--logger", paramLabel = "NAME", description = "Logger to change, or ROOT.")
  private Optional<String> logger = Optional.empty();

  @Option(
      names = "--level",
      description = "OFF, ERROR, WARN, INFO, DEBUG, TRACE, or INHERIT for that of the one above.")
  private Optional<String> level = Optional.empty();

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit.")
  private Optional<String> reason = Optional.empty();

  @Override
  protected ExitCode run(OpsClient client, Output output) {
    if (logger.isPresent() || level.isPresent()) {
      LoggerLevel set = client.send("PUT", PATH, change(), LoggerLevel.class);
      output.result(set, () -> line(set));
    } else {
      Page<LoggerLevel> levels = client.page(PATH, LoggerLevel.class);
      output.result(
          levels,
          () ->
              levels.items().stream()
                  .map(LogLevelsCommand::line)
                  .collect(Collectors.joining("\n")));
    }
    return ExitCode.DONE;
  }

  private Map<String, String> change() {
    return Map.of(
        "logger", required("--logger", logger),
        "level", required("--level", level),
        "reason", required("--reason", reason));
  }

  private static String required(String option, Optional<String> value) {
    return value.orElseThrow(
        () ->
            CommandFailure.wrongUsage(
                option + ": found nothing; a change needs --logger, --level and --reason"));
  }

  private static String line(LoggerLevel level) {
    return "%-6s %s".formatted(level.level(), level.logger());
  }
}
