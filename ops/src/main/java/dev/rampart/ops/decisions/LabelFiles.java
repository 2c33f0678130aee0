package dev.rampart.ops.decisions;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of logged events, beside the log: {@code labels.csv} with a line {@code
 * event_id,label} an event ({@code none} for one that breaks no rule), and {@code targets.json}
 * with the labels that each policy is meant to find.
 */
public final class LabelFiles {
  static final String LABELS = "labels.csv";
  static final String TARGETS = "targets.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelFiles() {}

  /** Writes both files. */
  public static void write(
      Path folder, Map<String, String> labels, Map<String, List<String>> targets)
      throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(folder.resolve(LABELS))) {
      file.write("event_id,label\n");
      for (Map.Entry<String, String> label : labels.entrySet()) {
        file.write(quoted(label.getKey()) + "," + quoted(label.getValue()) + "\n");
      }
    }
    JSON.writeValue(folder.resolve(TARGETS).toFile(), targets);
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }

  /** Labels that each policy is meant to find; a policy that is not named is meant to find all. */
  public static Map<String, List<String>> targets(Path folder) throws IOException {
    Path file = folder.resolve(TARGETS);
    return Files.exists(file)
        ? JSON.readValue(file.toFile(), new TypeReference<Map<String, List<String>>>() {})
        : new HashMap<>();
  }
}
