package dev.rampart.ops.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.util.function.Supplier;

/**
 * Where a command writes. The result goes to standard output, once: as one JSON document with
 * {@code --json}, as text otherwise. All else is a note on standard error. Safe for use by several
 * threads.
 */
public final class Output {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final PrintWriter standardOutput;
  private final PrintWriter standardError;
  private final boolean json;

  public Output(PrintWriter standardOutput, PrintWriter standardError, boolean json) {
    this.standardOutput = standardOutput;
    this.standardError = standardError;
    this.json = json;
  }

  /** Whether the result is asked for as JSON. */
  public boolean json() {
    return json;
  }

  /**
   * Writes the result of the command.
   *
   * @param document a record, map or list; its names become snake_case
   * @param text the same for people
   */
  public void result(Object document, Supplier<String> text) {
    standardOutput.println(json ? toJson(document) : text.get());
    standardOutput.flush();
  }

  /** Tells the person at the terminal something on standard error. */
  public void note(String line) {
    standardError.println(line);
    standardError.flush();
  }

  private static String toJson(Object document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException notSerialisable) {
      throw new IllegalArgumentException(notSerialisable);
    }
  }
}
