package dev.rampart.ops.features;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.cli.CommandFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads a decisions file as {@code replay --decisions} writes it: one JSON object a line, in the
 * order of the decisions topic.
 */
final class DecisionLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  DecisionLines(Path file) {
    this.file = file;
  }

  /**
   * Hands over one decision after the other.
   *
   * @throws CommandFailure for the first line that is no decision
   */
  void forEach(Consumer<DecidedEvent> consumer) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          consumer.accept(parse(number, line));
        }
      }
    }
  }

  private DecidedEvent parse(long number, String line) {
    JsonNode decision = tree(number, line);
    JsonNode source = field(number, decision, "source");
    return new DecidedEvent(
        number,
        field(number, decision, "event_id").asText(),
        field(number, decision, "author_id").asText(),
        field(number, decision, "catalogue_version").asText(),
        field(number, source, "topic").asText(),
        field(number, source, "partition").asInt(),
        field(number, source, "offset").asLong(),
        features(number, field(number, decision, "features")));
  }

  private JsonNode tree(long number, String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException broken) {
      throw wrong(number, "found no JSON object; allowed: a decision as replay writes it");
    }
  }

  private JsonNode field(long number, JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      throw wrong(number, name + ": found nothing; allowed: a decision as replay writes it");
    }
    return value;
  }

  private Map<String, Double> features(long number, JsonNode features) {
    if (!features.isObject()) {
      throw wrong(number, "features: found no object; allowed: values by feature name");
    }
    Map<String, Double> values = new HashMap<>();
    features
        .properties()
        .forEach(
            entry ->
                values.put(
                    entry.getKey(),
                    entry.getValue().isNumber() ? entry.getValue().doubleValue() : Double.NaN));
    return values;
  }

  private CommandFailure wrong(long number, String problem) {
    return CommandFailure.wrongUsage(file + ":" + number + ": " + problem);
  }
}
