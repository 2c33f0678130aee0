package dev.rampart.ops.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Quiet by default, as {@code logback.xml} says; {@code --verbose} raises the levels. */
final class LogLevels {
  private static final List<String> RAISED =
      List.of(org.slf4j.Logger.ROOT_LOGGER_NAME, "org.apache.kafka", "kafka");

  private LogLevels() {}

  static void raise() {
    RAISED.forEach(LogLevels::raise);
  }

  private static void raise(String name) {
    if (LoggerFactory.getLogger(name) instanceof Logger logger) {
      logger.setLevel(Level.INFO);
    }
  }
}
