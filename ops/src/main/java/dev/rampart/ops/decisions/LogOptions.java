package dev.rampart.ops.decisions;

import dev.rampart.ops.cli.CommandFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which log is read, and which time of it. */
public final class LogOptions {
  @Option(
      names = "--log",
      paramLabel = "DIR",
      defaultValue = "decision-log",
      description = "Folder of the decision log. Default: ${DEFAULT-VALUE}")
  private Path log = Path.of("decision-log");

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "First event time, ISO-8601. Default: the beginning of the log.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Event time before which to stop, ISO-8601. Default: the end of the log.")
  private Optional<String> to = Optional.empty();

  /** Folder of the log. */
  public Path folder() {
    return log;
  }

  /** First event time; empty for the beginning. */
  public Optional<Instant> from() {
    return from.map(text -> time("--from", text));
  }

  /** Event time that is no longer looked at; empty for the end. */
  public Optional<Instant> to() {
    return to.map(text -> time("--to", text));
  }

  /** The same as a condition of SQL. */
  public String condition() {
    List<String> conditions = new ArrayList<>(List.of("true"));
    from().ifPresent(time -> conditions.add("event_time >= " + literal(time)));
    to().ifPresent(time -> conditions.add("event_time < " + literal(time)));
    return String.join(" AND ", conditions);
  }

  private static String literal(Instant time) {
    return "epoch_ms(" + time.toEpochMilli() + ")";
  }

  private static Instant time(String option, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException wrong) {
      throw CommandFailure.wrongUsage(
          "%s: found '%s', allowed is a time such as 2026-11-21T10:00:00Z".formatted(option, text),
          wrong);
    }
  }
}
