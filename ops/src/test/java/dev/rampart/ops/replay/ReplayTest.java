package dev.rampart.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.Main;
import dev.rampart.ops.cli.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code replay} command on a real broker with the shipped models, catalogue and policies. */
class ReplayTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant START = Instant.parse("2024-03-01T10:00:00Z");
  private static final int GOOD_LINES = 600;

  @TempDir private Path folder;

  @Test
  void shouldDecideEveryValidLineAndAccountForTheOthers() throws Exception {
    JsonNode summary = replay(file(), "first");

    assertThat(summary.get("events_in").asLong()).isEqualTo(GOOD_LINES + 4);
    assertThat(summary.get("decisions").asLong()).isEqualTo(GOOD_LINES);
    assertThat(summary.get("dead_letters").asLong()).isEqualTo(3);
    assertThat(summary.get("duplicates_dropped").asLong()).isEqualTo(1);
    assertThat(summary.get("missing").asLong()).isZero();
    assertThat(summary.get("decided_twice").asLong()).isZero();
    JsonNode decision = lines("first-decisions").get(0);
    assertThat(decision.get("features").has("author_messages_1m")).isTrue();
    assertThat(decision.get("scores").get(0).get("version").asText()).isEqualTo("1");
    assertThat(decision.get("policy_versions").size()).isPositive();
    assertThat(decision.get("source").get("offset").asLong()).isNotNegative();
  }

  @Test
  void shouldGiveTheSameActionsWithTheSameIdsOnAFreshBroker() throws Exception {
    Path file = file();
    replay(file, "first");
    replay(file, "second");

    Set<String> first = actions("first-actions");
    assertThat(first).isNotEmpty();
    assertThat(actions("second-actions")).isEqualTo(first);
  }

  /** Talk by thirty authors, a flood by one, and four lines that end elsewhere. */
  private Path file() throws IOException {
    List<String> lines =
        new ArrayList<>(IntStream.range(0, GOOD_LINES).mapToObj(ReplayTest::line).toList());
    lines.add(100, "{\"type\": \"message\", broken");
    lines.add(200, message("oversized", "author-1", "x".repeat(60_000), START));
    lines.add(300, message("future", "author-2", "hello", Instant.parse("2099-01-01T00:00:00Z")));
    lines.add(line(GOOD_LINES - 1));
    Path file = folder.resolve("events.jsonl");
    Files.write(file, lines);
    return file;
  }

  private static String line(int number) {
    Instant time = START.plusMillis(number * 250L);
    if (number % 10 == 3) {
      return "{\"type\":\"user\",\"event_id\":\"u%d\",\"user_id\":\"author-%d\",\"kind\":\"LOGIN\",\"occurred_at\":\"%s\"}"
          .formatted(number, number % 30, time);
    }
    return number % 3 == 0
        ? message("m" + number, "flooder", "buy cheap coins now http://coins.example", time)
        : message("m" + number, "author-" + number % 30, "line number " + number, time);
  }

  private static String message(String id, String author, String content, Instant time) {
    return "{\"type\":\"message\",\"message_id\":\"%s\",\"author_id\":\"%s\",\"channel_id\":\"c\",\"guild_id\":\"g\",\"content\":\"%s\",\"sent_at\":\"%s\"}"
        .formatted(id, author, content, time);
  }

  private JsonNode replay(Path input, String name) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Program.run(
            new Main(),
            new PrintWriter(out),
            new PrintWriter(err),
            "replay",
            "--json",
            "--input",
            input.toString(),
            "--decisions",
            folder.resolve(name + "-decisions").toString(),
            "--actions",
            folder.resolve(name + "-actions").toString());
    assertThat(exit).as(err.toString()).isZero();
    return JSON.readTree(out.toString());
  }

  private Set<String> actions(String name) throws IOException {
    return lines(name).stream()
        .map(action -> action.get("event_id").asText() + " " + action.get("action_id").asText())
        .collect(Collectors.toSet());
  }

  private List<JsonNode> lines(String name) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(name))) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
