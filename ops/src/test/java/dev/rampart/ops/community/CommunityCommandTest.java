package dev.rampart.ops.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandLineRun;
import dev.rampart.schemas.json.EventLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommunityCommandTest {
  @TempDir Path folder;

  private CommandLineRun write(String name) {
    return CommandLineRun.of(
        new Main(),
        "community",
        "--events",
        "500",
        "--events-file",
        folder.resolve(name + ".jsonl").toString(),
        "--truth",
        folder.resolve(name + "-truth.jsonl").toString());
  }

  @Test
  void shouldWriteAnEventAndItsTruthALineThatReplayAndTrainingRead() throws IOException {
    assertThat(write("a").status()).isZero();
    List<String> events = Files.readAllLines(folder.resolve("a.jsonl"));
    List<String> truth = Files.readAllLines(folder.resolve("a-truth.jsonl"));
    assertThat(events).hasSize(500);
    assertThat(truth).hasSize(500);
    assertThat(truth.get(0)).contains(EventLine.parse(events.get(0)).id());
  }

  @Test
  void shouldWriteTheSameBytesAgain() throws IOException {
    write("a");
    write("b");
    for (String file : List.of(".jsonl", "-truth.jsonl")) {
      assertThat(Files.mismatch(folder.resolve("a" + file), folder.resolve("b" + file)))
          .isEqualTo(-1);
    }
  }
}
