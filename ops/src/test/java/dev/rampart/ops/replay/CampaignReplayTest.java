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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wave of copies over accounts of all partitions, on a real broker with all that ships. */
class CampaignReplayTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant START = Instant.parse("2024-03-01T10:00:00Z");
  private static final int COPIES = 12;

  @TempDir private Path folder;

  @Test
  void shouldActOnEveryCopyExactlyOnceWhetherItCameBeforeTheNewsOrAfter() throws Exception {
    JsonNode summary = replay(file());

    assertThat(summary.get("missing").asLong()).isZero();
    assertThat(summary.get("decided_twice").asLong()).isZero();
    assertThat(summary.get("decisions").asLong()).isEqualTo(3 * COPIES);
    assertThat(summary.get("findings").asLong()).isBetween(3L, (long) COPIES);
    assertThat(removedByCopyPaste())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, COPIES).mapToObj(copy -> "copy-" + copy).toList());
  }

  /** Each new account signs up and pastes; an old hand talks in between. */
  private Path file() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < COPIES; i++) {
      Instant time = START.plusSeconds(10L * i);
      lines.add(
          "{\"type\":\"user\",\"event_id\":\"s%d\",\"user_id\":\"new-%d\",\"kind\":\"SIGN_UP\",\"account_created_at\":\"%s\",\"occurred_at\":\"%s\"}"
              .formatted(i, i, time, time));
      String paste = "we all meet at the old lighthouse tonight, bring a lantern";
      lines.add(message("copy-" + i, "new-" + i, paste, time.plusSeconds(1)));
      lines.add(message("talk-" + i, "old", "day " + i + " of my diary", time.plusSeconds(2)));
    }
    Path file = folder.resolve("events.jsonl");
    Files.write(file, lines);
    return file;
  }

  private static String message(String id, String author, String content, Instant time) {
    return "{\"type\":\"message\",\"message_id\":\"%s\",\"author_id\":\"%s\",\"channel_id\":\"c\",\"guild_id\":\"g\",\"content\":\"%s\",\"sent_at\":\"%s\"}"
        .formatted(id, author, content, time);
  }

  private JsonNode replay(Path input) throws IOException {
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
            "--actions",
            folder.resolve("actions").toString());
    assertThat(exit).as(err.toString()).isZero();
    return JSON.readTree(out.toString());
  }

  private List<String> removedByCopyPaste() throws IOException {
    List<String> removed = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("actions"))) {
      JsonNode action = JSON.readTree(line);
      if (action.get("policy").asText().equals("copy-paste")
          && action.get("kind").asText().equals("REMOVE")) {
        removed.add(action.get("subject_id").asText());
      }
    }
    return removed;
  }
}
