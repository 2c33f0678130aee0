package dev.rampart.ops.operation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.rampart.ops.audit.AuditLog;
import dev.rampart.ops.audit.Deed;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.http.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * How much this instance logs. Safe for use by many threads.
 *
 * @param audit is told before anything is changed
 */
public record LoggerLevels(AuditLog audit, Clock clock) {
  private static final String INHERIT = "INHERIT";
  private static final Set<String> ALLOWED =
      Set.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE", INHERIT);

  /** Below INFO other loggers write tokens, or the text of messages. */
  private static final Pattern QUIET =
      Pattern.compile("(dev\\.rampart|org\\.apache\\.kafka)(\\..*)?");

  private static final Set<String> LOUD = Set.of("DEBUG", "TRACE");

  /**
   * A logger that has a level of its own.
   *
   * @param logger name, {@code ROOT} for the one above all
   * @param level {@code WARN} for instance
   */
  public record LoggerLevel(String logger, String level) {}

  /** All loggers that have a level of their own, by name. */
  public List<LoggerLevel> list() {
    return loggers().getLoggerList().stream()
        .filter(logger -> logger.getLevel() != null)
        .map(logger -> new LoggerLevel(logger.getName(), logger.getLevel().toString()))
        .toList();
  }

  /**
   * Gives a logger a level, or with {@code INHERIT} that of the one above.
   *
   * @throws ProblemException 422 where there is no such level
   */
  public LoggerLevel set(String name, String level, Signature by) {
    String wanted = level.toUpperCase(Locale.ROOT);
    check(name, wanted);
    audit.write(
        by, new Deed("log.level", "logger:" + name, Map.of("level", wanted)), clock.instant());
    Logger logger = loggers().getLogger(name);
    set(logger, wanted);
    return new LoggerLevel(name, logger.getEffectiveLevel().toString());
  }

  private static void check(String name, String wanted) {
    if (!ALLOWED.contains(wanted)) {
      throw ProblemException.wrongInput(
          "level: found %s; allowed: OFF, ERROR, WARN, INFO, DEBUG, TRACE, INHERIT"
              .formatted(wanted));
    }
    if (LOUD.contains(wanted) && !QUIET.matcher(name).matches()) {
      throw ProblemException.wrongInput(
          "level: found %s; allowed for %s: OFF to INFO. Below, others than dev.rampart and"
                  .formatted(wanted, name)
              + " org.apache.kafka write tokens");
    }
    if (wanted.equals(INHERIT) && name.equals(org.slf4j.Logger.ROOT_LOGGER_NAME)) {
      throw ProblemException.wrongInput("level: INHERIT is not for ROOT");
    }
  }

  @SuppressWarnings("NullAway") // no level of its own is how Logback inherits
  private static void set(Logger logger, String wanted) {
    logger.setLevel(wanted.equals(INHERIT) ? null : Level.valueOf(wanted));
  }

  private static LoggerContext loggers() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      return context;
    }
    throw ProblemException.conflict("this program does not log with Logback");
  }
}
