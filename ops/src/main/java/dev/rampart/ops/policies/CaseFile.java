package dev.rampart.ops.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.Standing;
import dev.rampart.actions.policy.PolicyVocabulary;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.json.EventLine;
import dev.rampart.schemas.json.EventLineException;
import dev.rampart.topology.event.FeedbackInput;
import dev.rampart.topology.event.MessageInput;
import dev.rampart.topology.event.Origin;
import dev.rampart.topology.event.UserInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads cases, one JSON object a line, gathering what is wrong with all of them. Used once. */
final class CaseFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FIELDS =
      new TreeSet<>(List.of("name", "event", "features", "scores", "strikes", "rules", "actions"));

  private final Path path;
  private final PolicyVocabulary vocabulary;
  private final List<String> problems = new ArrayList<>();
  private int line;

  CaseFile(Path path, PolicyVocabulary vocabulary) {
    this.path = path;
    this.vocabulary = vocabulary;
  }

  List<PolicyCase> read() {
    List<PolicyCase> cases = new ArrayList<>();
    for (String text : lines()) {
      line++;
      PolicyCase read = text.isBlank() ? null : read(text);
      if (read != null) {
        cases.add(read);
      }
    }
    if (!problems.isEmpty()) {
      throw CommandFailure.wrongUsage(problems);
    }
    return cases;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(path);
    } catch (IOException unreadable) {
      throw CommandFailure.wrongUsage(path + ": no such file, or not readable as UTF-8 text");
    }
  }

  private @Nullable PolicyCase read(String text) {
    try {
      JsonNode given = JSON.readTree(text);
      check(given);
      return new PolicyCase(
          given.path("name").asText("line " + line),
          event(EventLine.parse(given.path("event").toString())),
          PolicyCase.features(given.path("features"), vocabulary),
          PolicyCase.scores(given.path("scores"), vocabulary),
          Standing.of(given.path("strikes").asDouble(0), 0),
          names(given, "rules"),
          names(given, "actions"));
    } catch (JsonProcessingException wrong) {
      report("not a JSON object: " + wrong.getOriginalMessage());
    } catch (EventLineException wrong) {
      wrong.problems().forEach(problem -> report("event." + problem));
    }
    return null;
  }

  private void check(JsonNode given) {
    unknown(given, FIELDS, "");
    unknown(given.path("features"), new HashSet<>(vocabulary.features()), "features.");
    unknown(given.path("scores"), new HashSet<>(vocabulary.scores()), "scores.");
  }

  private void unknown(JsonNode given, Set<String> allowed, String prefix) {
    given
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!allowed.contains(name)) {
                report(
                    "%s%s: unknown, allowed %s"
                        .formatted(prefix, name, String.join(", ", new TreeSet<>(allowed))));
              }
            });
  }

  private void report(String problem) {
    problems.add(path + ":" + line + ": " + problem);
  }

  private static Set<String> names(JsonNode given, String field) {
    Set<String> names = new TreeSet<>();
    given.path(field).forEach(name -> names.add(name.asText()));
    return names;
  }

  private static EventView event(EventLine line) {
    Origin origin = new Origin("case", 0, 0, 0, new byte[0], new byte[0]);
    if (line instanceof EventLine.Message message) {
      return new MessageInput(message.event(), origin);
    }
    return line instanceof EventLine.User user
        ? new UserInput(user.event(), origin)
        : new FeedbackInput(((EventLine.Verdict) line).event(), origin);
  }
}
