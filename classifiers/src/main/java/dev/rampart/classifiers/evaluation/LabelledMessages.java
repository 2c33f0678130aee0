package dev.rampart.classifiers.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads labelled messages, one JSON object a line: {@code {"text": "…", "labels": {"hate": 1,
 * "spam": 0}}}. All problems of a file are reported together, each with its line.
 */
public final class LabelledMessages {
  private static final int MOST_PROBLEMS = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final List<LabelledMessage> messages = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private LabelledMessages(Path file) {
    this.file = file;
  }

  /**
   * The messages of a file.
   *
   * @throws IllegalArgumentException with every line that is not as it should be, the first 20 by
   *     number
   */
  public static List<LabelledMessage> read(Path file) {
    LabelledMessages read = new LabelledMessages(file);
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        read.line(++number, line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + " as UTF-8 text", e);
    }
    read.refuse();
    return read.messages;
  }

  private void line(int number, String line) {
    if (line.isBlank()) {
      return;
    }
    try {
      message(number, JSON.readTree(line));
    } catch (JsonProcessingException e) {
      problem(number, "", "no JSON", "a JSON object");
    }
  }

  private void message(int number, JsonNode json) {
    JsonNode text = json.path("text");
    JsonNode labels = json.path("labels");
    if (!text.isTextual()) {
      problem(number, "text: ", String.valueOf(text.getNodeType()), "a string");
    }
    if (!labels.isObject()) {
      problem(number, "labels: ", String.valueOf(labels.getNodeType()), "an object");
    }
    Map<String, Boolean> known = new LinkedHashMap<>();
    labels.properties().forEach(label -> label(number, label.getKey(), label.getValue(), known));
    messages.add(new LabelledMessage(text.asText(), known));
  }

  private void label(int number, String name, JsonNode value, Map<String, Boolean> known) {
    if (value.isBoolean()) {
      known.put(name, value.asBoolean());
    } else if (value.isNumber() && (value.asDouble() == 0 || value.asDouble() == 1)) {
      known.put(name, value.asDouble() == 1);
    } else {
      problem(number, "labels." + name + ": ", value.toString(), "0, 1, true or false");
    }
  }

  private void problem(int line, String field, String found, String allowed) {
    problems.add(file + ":" + line + ": " + field + "found " + found + ", allowed: " + allowed);
  }

  private void refuse() {
    if (problems.isEmpty()) {
      return;
    }
    List<String> first = problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()));
    String more =
        problems.size() > first.size() ? "\nand " + (problems.size() - first.size()) + " more" : "";
    throw new IllegalArgumentException(String.join("\n", first) + more);
  }
}
