package dev.rampart.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A replay that is given the decisions of an earlier one decides the same, though what other
 * entities know came at other moments: with the same features, scores and action ids.
 */
class ServedReplayTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  /** Enough for news of entities to come while messages are still being decided. */
  private static final int LINES = 20_000;

  private static final int EVERY = 200;
  private static final String COPY =
      "come and try the game that all of us play tonight https://fresh-game.example/";

  @TempDir private Path folder;

  @Test
  void shouldDecideTheSameAgainWhereOtherAccountsMatter() throws Exception {
    Path input = Files.write(folder.resolve("events.jsonl"), events());
    Map<String, List<String>> first = replay(input, "first");
    Map<String, List<String>> again =
        replay(input, "again", "--served", folder.resolve("first-decisions").toString());

    assertThat(again).containsOnlyKeys(first.keySet());
    first.forEach((account, decided) -> assertThat(again.get(account)).isEqualTo(decided));
    assertThat(servedOfTexts("first")).contains("FINDING", "MESSAGE");
    assertThat(actions("again")).isNotEmpty().containsExactlyInAnyOrderElementsOf(actions("first"));
  }

  @Test
  void shouldRefuseAFileThatHoldsNoDecisions() throws Exception {
    Path input = Files.write(folder.resolve("events.jsonl"), List.of(talk(1)));
    CommandLineRun run = run(input, "bad", "--served", input.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("events.jsonl:1", "event_id", "a decision as replay writes it");
  }

  /** Talk of forty accounts, and between it copies by accounts that were made for it. */
  private static List<String> events() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      if (i % EVERY == 7) {
        lines.add(
            "{\"type\":\"user\",\"event_id\":\"s%d\",\"user_id\":\"new-%d\",\"kind\":\"SIGN_UP\",\"account_created_at\":\"%s\",\"occurred_at\":\"%s\"}"
                .formatted(i, i, START, START.plusMillis(i * 100L)));
      } else if (i % EVERY == 8 || i % EVERY == 130) {
        lines.add(message(i, "new-" + (i - i % EVERY + 7), COPY + i % 3));
      } else {
        lines.add(talk(i));
      }
    }
    return lines;
  }

  private static String talk(int number) {
    return message(number, "talker-" + number % 40, "line " + number + " of a long evening");
  }

  private static String message(int number, String author, String content) {
    return "{\"type\":\"message\",\"message_id\":\"m%d\",\"author_id\":\"%s\",\"channel_id\":\"c\",\"guild_id\":\"g\",\"content\":\"%s\",\"sent_at\":\"%s\"}"
        .formatted(number, author, content, START.plusMillis(number * 100L));
  }

  /** What was decided of each account, in order. */
  private Map<String, List<String>> replay(Path input, String name, String... more)
      throws IOException {
    CommandLineRun run = run(input, name, more);
    assertThat(run.status()).as(run.err()).isZero();
    Map<String, List<String>> byAccount = new TreeMap<>();
    for (JsonNode decision : decisions(name)) {
      byAccount
          .computeIfAbsent(decision.get("author_id").asText(), none -> new ArrayList<>())
          .add(
              Stream.of("event_id", "features", "scores", "matched_rules")
                  .map(field -> decision.get(field).toString())
                  .reduce("", String::concat));
    }
    return byAccount;
  }

  private CommandLineRun run(Path input, String name, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "replay",
                "--json",
                "--input",
                input.toString(),
                "--decisions",
                folder.resolve(name + "-decisions").toString(),
                "--actions",
                folder.resolve(name + "-actions").toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(new Main(), arguments.toArray(String[]::new));
  }

  private List<JsonNode> decisions(String name) throws IOException {
    return lines(name + "-decisions");
  }

  /** Types of the events that were served what others wrote. */
  private Set<String> servedOfTexts(String name) throws IOException {
    return decisions(name).stream()
        .filter(each -> each.get("features").get("content_new_authors_1h").asDouble() > 0)
        .map(each -> each.get("event_type").asText())
        .collect(Collectors.toSet());
  }

  private List<String> actions(String name) throws IOException {
    return lines(name + "-actions").stream()
        .map(action -> action.get("action_id").asText())
        .toList();
  }

  private List<JsonNode> lines(String name) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(name))) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
