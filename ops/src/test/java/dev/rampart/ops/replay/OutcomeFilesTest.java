package dev.rampart.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.summary.Outcomes;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeFilesTest {
  @TempDir private Path folder;

  @Test
  void shouldWriteFeaturesByNameAndTellTheNextListener() throws IOException {
    Outcomes next = new Outcomes(Optional.empty());
    Path file = folder.resolve("decisions.jsonl");
    try (OutcomeFiles files =
        new OutcomeFiles(next, List.of("age"), Optional.of(file), Optional.empty())) {
      files.onDecision(decision(), 5);
    }
    assertThat(Files.readAllLines(file))
        .singleElement()
        .asString()
        .contains("\"event_id\":\"m1\"", "\"age\":3.0");
    assertThat(next.accounted()).isEqualTo(1);
  }

  private static Decision decision() {
    return Decision.newBuilder()
        .setEventId("m1")
        .setEventType(EventType.MESSAGE)
        .setAuthorId("u1")
        .setDecidedAt(Instant.EPOCH)
        .setEventTime(Instant.EPOCH)
        .setCatalogueVersion("1")
        .setFeatures(List.of(3.0))
        .setSource(new SourcePosition("messages", 0, 0L))
        .build();
  }
}
