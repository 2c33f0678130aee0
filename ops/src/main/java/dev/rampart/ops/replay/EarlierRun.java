package dev.rampart.ops.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.Finding;
import dev.rampart.topology.entities.ServedValues;
import dev.rampart.topology.features.FeatureCatalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an earlier run decided, as {@code replay --decisions} wrote it: the values of other entities
 * that each event was served, and what was found later, each after the event of its account that
 * was decided before it. About 700 bytes of memory a decision. Confined to one thread until it is
 * read; then its values are safe for many.
 */
final class EarlierRun {
  /** There was none. */
  static final EarlierRun NONE = new EarlierRun(List.of(), "");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> names;
  private final String catalogue;
  private final Map<String, double[]> values = new HashMap<>();
  private final Map<String, JsonNode> places = new HashMap<>();
  private final Map<String, String> lastOfAccount = new HashMap<>();
  private final Map<String, List<Finding>> found = new HashMap<>();

  private EarlierRun(List<String> names, String catalogue) {
    this.names = names;
    this.catalogue = catalogue;
  }

  /**
   * Reads a decisions file.
   *
   * @throws CommandFailure for the first line that is no decision, or one of another catalogue
   */
  static EarlierRun read(Path file, FeatureCatalogue catalogue) throws IOException {
    EarlierRun run = new EarlierRun(catalogue.names(), catalogue.version());
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      long number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        run.take(file + ":" + number++, line);
      }
    }
    run.places.clear();
    run.lastOfAccount.clear();
    return run;
  }

  /** Values that were served, by event. */
  ServedValues values() {
    return values::get;
  }

  /** What was found after an event of its account and before the next; each is handed out once. */
  List<Finding> takeFoundAfter(String eventId) {
    List<Finding> after = found.remove(eventId);
    return after == null ? List.of() : after;
  }

  private void take(String where, String line) {
    JsonNode decision = parse(where, line);
    String id = text(where, decision, "event_id");
    String account = text(where, decision, "author_id");
    if (!text(where, decision, "catalogue_version").equals(catalogue)) {
      throw wrong(where, "catalogue_version", "decisions of catalogue " + catalogue);
    }
    values.putIfAbsent(id, features(decision.path("features")));
    if (isAmendment(decision)) {
      return; // what people did to the past is not of the events
    }
    if (text(where, decision, "event_type").equals("FINDING")) {
      String before = lastOfAccount.getOrDefault(account, text(where, decision, "about"));
      found.computeIfAbsent(before, none -> new ArrayList<>()).add(finding(where, decision));
    } else {
      lastOfAccount.put(account, id);
      places.put(id, place(decision));
    }
  }

  private static boolean isAmendment(JsonNode decision) {
    return decision.path("event").path("amendment").isTextual();
  }

  private static JsonNode parse(String where, String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException broken) {
      throw wrong(where, "line", "a decision as replay writes it");
    }
  }

  private double[] features(JsonNode features) {
    double[] all = new double[names.size()];
    for (int i = 0; i < all.length; i++) {
      JsonNode value = features.path(names.get(i));
      all[i] = value.isNumber() ? value.doubleValue() : Double.NaN;
    }
    return all;
  }

  /** What a finding about the event repeats of it. */
  private static JsonNode place(JsonNode decision) {
    return JSON.createObjectNode()
        .put("message", decision.path("event_type").asText().equals("MESSAGE"))
        .put("channel", decision.path("channel_id").asText(""))
        .put("time", decision.path("event_time").asText());
  }

  private Finding finding(String where, JsonNode decision) {
    String about = text(where, decision, "about");
    JsonNode place = places.get(about);
    if (place == null) {
      throw wrong(where, "about", "an event that was decided before it");
    }
    return Finding.newBuilder()
        .setFindingId(text(where, decision, "event_id"))
        .setAbout(about)
        .setMessageId(place.path("message").asBoolean() ? about : null)
        .setAccountId(text(where, decision, "author_id"))
        .setChannelId(place.path("channel").asText())
        .setGuildId(decision.path("guild_id").textValue())
        .setEntity("")
        .setHappenedAt(Instant.parse(place.path("time").asText()))
        .setFoundAt(Instant.parse(text(where, decision, "event_time")))
        .build();
  }

  private static String text(String where, JsonNode decision, String field) {
    String text = decision.path(field).textValue();
    if (text == null) {
      throw wrong(where, field, "a decision as replay writes it");
    }
    return text;
  }

  private static CommandFailure wrong(String where, String field, String allowed) {
    return CommandFailure.wrongUsage(
        "--served %s: %s: found something else; allowed: %s".formatted(where, field, allowed));
  }
}
