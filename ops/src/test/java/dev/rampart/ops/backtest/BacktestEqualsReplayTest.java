package dev.rampart.ops.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.actions.ledger.DecidedAction;
import dev.rampart.actions.policy.ActionIds;
import dev.rampart.ops.Main;
import dev.rampart.ops.cli.Program;
import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityEvent;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.json.AvroJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a backtest says of a draft against what a full replay with the draft does, action for
 * action, on a real broker with the shipped models: ladder, cool-downs, kill switches, snoozes,
 * spent budgets, overrides and findings included.
 */
class BacktestEqualsReplayTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant OVERTURNED_AT = START.plusSeconds(2_000);
  private static final int EVENTS = 6_000;
  private static final String MINORS =
      """
      policy: minors
      version: 1
      state: live
      thresholds:
        many: {value: 12, min: 1, max: 100, unit: messages, means: messages in ten seconds}
      overrides:
        - {age_group: [minor], thresholds: {many: 4}}
      rules:
        - id: chatty
          when: features.author_messages_10s >= threshold.many
          actions: [{kind: label, label: chatty}]
      """;
  private static final Set<String> OF_OTHER_ACCOUNTS =
      Set.of("copy-paste.yml", "fresh-domain.yml", "raid.yml");

  @TempDir private Path folder;

  @Test
  void shouldPredictEveryActionThatAReplayWithTheDraftTakes() throws Exception {
    Path events = events();
    Path drafts = drafts();
    Path present = present();
    replay(events, present, "present", "--log", log().toString());
    replay(events, drafts, "draft");
    assertThat(restrained()).hasSize(3);

    Set<String> predicted = backtest(present, drafts.resolve("flood.yml"));

    assertThat(predicted).isEqualTo(actions("draft"));
    assertThat(predicted).isNotEqualTo(actions("present"));
    assertThat(predicted).anyMatch(action -> action.contains("TIME_OUT flood/repeating"));
  }

  @Test
  void shouldFlipNothingForThePoliciesThatWereInForce() throws Exception {
    Path present = allPolicies();
    replay(events(), present, "present", "--log", log().toString());

    Set<String> predicted = backtest(present, present.resolve("flood.yml"));

    assertThat(predicted).isEqualTo(actions("present")).isNotEmpty();
    Set<String> findings = findings("present");
    assertThat(predicted)
        .as("findings")
        .anyMatch(action -> findings.contains(action.substring(0, action.indexOf(' '))));
    assertThat(predicted).anyMatch(action -> action.contains("LABEL minors/chatty"));
  }

  private Path log() {
    return folder.resolve("log");
  }

  /**
   * A flood that climbs the ladder, an action that is taken back, and a community around them, in
   * the order of their times.
   */
  private Path events() throws IOException {
    SortedMap<Instant, List<String>> lines = new TreeMap<>();
    for (int i = 0; i < 240; i++) {
      Instant time = START.plusMillis(400L * i + (i / 40) * 900_000L);
      add(lines, time, message("f" + i, time));
    }
    add(lines, OVERTURNED_AT, overturned("f9"));
    Community community = new Community(new CommunitySettings(3, EVENTS, START));
    while (community.hasNext()) {
      CommunityEvent event = community.next();
      add(lines, Instant.ofEpochMilli(event.time()), line(event));
    }
    Path file = folder.resolve("events.jsonl");
    Files.write(file, lines.values().stream().flatMap(List::stream).toList());
    return file;
  }

  private static void add(SortedMap<Instant, List<String>> lines, Instant time, String line) {
    lines.computeIfAbsent(time, t -> new ArrayList<>()).add(line);
  }

  private static String line(CommunityEvent event) {
    if (event instanceof CommunityEvent.Message message) {
      return "{\"type\":\"message\"," + AvroJson.line(message.record()).substring(1);
    }
    return "{\"type\":\"user\","
        + AvroJson.line(((CommunityEvent.User) event).record()).substring(1);
  }

  private static String message(String id, Instant time) {
    return "{\"type\":\"message\",\"message_id\":\"%s\",\"author_id\":\"flooder\",\"guild_id\":\"g\",\"age_group\":\"%s\",\"content\":\"come and see\",\"sent_at\":\"%s\"}"
        .formatted(id, time.getEpochSecond() % 2 == 0 ? "minor" : "adult", time);
  }

  private static String overturned(String eventId) {
    return "{\"type\":\"feedback\",\"feedback_id\":\"fb-1\",\"action_id\":\"%s\",\"subject_id\":\"flooder\",\"outcome\":\"OVERTURNED\",\"decided_at\":\"%s\"}"
        .formatted(
            ActionIds.actionId(eventId, "flood", "repeating", ActionKind.REMOVE, eventId),
            OVERTURNED_AT);
  }

  /**
   * The shipped policies without those that rest on what other accounts do: when that becomes known
   * differs from one run to the next, so that two replays do not decide it at the same event.
   */
  private Path present() throws IOException {
    return policies("present-policies");
  }

  /** Those of its own log are exact whatever they rest on: decisions record what was served. */
  private Path allPolicies() throws IOException {
    return policies("all-policies", policy -> true);
  }

  private Path policies(String name) throws IOException {
    return policies(name, BacktestEqualsReplayTest::repeats);
  }

  private Path policies(String name, Predicate<Path> chosen) throws IOException {
    Path policies = Files.createDirectory(folder.resolve(name));
    try (Stream<Path> files = Files.list(Sources.shipped().policies())) {
      for (Path file : files.filter(chosen).toList()) {
        Files.copy(file, policies.resolve(file.getFileName().toString()));
      }
    }
    Files.writeString(policies.resolve("minors.yml"), MINORS);
    return policies;
  }

  /** The policies that some restraint kept from acting, as the replay's decisions record it. */
  private Set<String> restrained() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(folder.resolve("draft"))) {
      JSON.readTree(line).path("restraints").forEach(name -> names.add(name.asText()));
    }
    return names;
  }

  private Set<String> findings(String name) throws IOException {
    Set<String> ids = new TreeSet<>();
    for (String line : Files.readAllLines(folder.resolve(name))) {
      JsonNode decision = JSON.readTree(line);
      if (decision.get("event_type").asText().equals("FINDING")) {
        ids.add(decision.get("event_id").asText());
      }
    }
    return ids;
  }

  private Path restraints() throws IOException {
    return Files.writeString(
        folder.resolve("restraints.jsonl"),
        """
        {"kind": "KILL_SWITCH", "entity": "policy:mass-mention"}
        {"kind": "SNOOZE", "entity": "user:flooder/policy:flood", "set_at": "2026-11-20T10:30:00Z", "expires_at": "2026-11-20T10:45:55Z"}
        {"kind": "BUDGET_TRIPPED", "entity": "policy:spam", "set_at": "2026-11-20T10:00:20Z", "expires_at": "2026-11-20T11:00:00Z"}
        """);
  }

  private static boolean repeats(Path policy) {
    return !OF_OTHER_ACCOUNTS.contains(policy.getFileName().toString());
  }

  /** The shipped policies, with a flood policy that acts sooner and climbs sooner. */
  private Path drafts() throws IOException {
    Path drafts = policies("drafts");
    Path flood = drafts.resolve("flood.yml");
    Files.writeString(
        flood,
        Files.readString(flood)
            .replace("value: 10, min: 3", "value: 6, min: 3")
            .replace("strikes: 4, kind: time_out", "strikes: 2, kind: time_out"));
    return drafts;
  }

  private void replay(Path events, Path policies, String name, String... more) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                "replay",
                "--json",
                "--input",
                events.toString(),
                "--policies",
                policies.toString(),
                "--restraints",
                restraints().toString(),
                "--decisions",
                folder.resolve(name).toString()));
    line.addAll(List.of(more));
    StringWriter err = new StringWriter();
    int exit =
        Program.run(
            new Main(),
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            line.toArray(String[]::new));
    assertThat(exit).as(err.toString()).isZero();
  }

  private Set<String> backtest(Path present, Path draft) throws Exception {
    Set<String> predicted = new ConcurrentSkipListSet<>();
    var unused =
        new BacktestRun(
                log(),
                PolicyFiles.readAll(present),
                PolicyFiles.read(draft),
                Optional.empty(),
                Optional.empty(),
                2,
                0,
                RestraintUse.AS_LOGGED)
            .run(
                (event, actions, ledger) ->
                    actions.forEach(action -> predicted.add(line(event.eventId(), action))));
    return predicted;
  }

  private static String line(String event, DecidedAction action) {
    return "%s %s %s %s/%s"
        .formatted(
            event,
            action.actionId(),
            action.kind(),
            action.match().policy(),
            action.match().rule());
  }

  private Set<String> actions(String name) throws IOException {
    Set<String> actions = new TreeSet<>();
    for (String line : Files.readAllLines(folder.resolve(name))) {
      JsonNode decision = JSON.readTree(line);
      for (JsonNode action : decision.get("actions")) {
        if (!action.get("mode").asText().equals("SHADOW")) {
          actions.add(
              "%s %s %s %s/%s"
                  .formatted(
                      decision.get("event_id").asText(),
                      action.get("action_id").asText(),
                      action.get("kind").asText(),
                      action.get("policy").asText(),
                      action.get("rule").asText()));
        }
      }
    }
    return actions;
  }
}
