package dev.rampart.ops.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file in which a service writes what it did, a JSON object a line.
 *
 * @param path where it lies
 */
record EffectFile(Path path) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is written by now of these actions; nothing while there is no file. */
  List<Effect> effects(List<String> actionIds) {
    List<Effect> effects = new ArrayList<>();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      Effect effect = effect(lines.get(i), i + 1);
      if (actionIds.contains(effect.actionId())) {
        effects.add(effect);
      }
    }
    return effects;
  }

  private List<String> lines() {
    try {
      return Files.exists(path) ? Files.readAllLines(path) : List.of();
    } catch (IOException unreadable) {
      throw CommandFailure.wrongUsage(path + ": cannot be read as UTF-8 text", unreadable);
    }
  }

  private Effect effect(String line, int number) {
    try {
      return JSON.readValue(line, Effect.class);
    } catch (JsonProcessingException wrong) {
      throw CommandFailure.wrongUsage(
          "%s:%d: allowed is {\"action_id\": \"…\", \"effect\": \"done\" or \"reversed\"}"
              .formatted(path, number),
          wrong);
    }
  }
}
