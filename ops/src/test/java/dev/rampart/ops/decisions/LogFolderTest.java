package dev.rampart.ops.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.ops.cli.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFolderTest {
  @TempDir private Path folder;

  @Test
  void shouldKnowAfterARestartWhereTheLogEnds() throws Exception {
    LoggedDecisions.write(folder, LoggedDecisions.messages(1_000, 1));

    try (LogFolder log = LogFolder.open(folder);
        var database = LogDatabase.open(1, 256)) {
      LogPositions positions = log.positions(database).orElseThrow();
      assertThat(positions.next()).containsEntry(0, 1_000L);
      assertThat(positions.source()).isEqualTo("cluster/topic");
    }
  }

  @Test
  void shouldNotSeeADraftThatACrashLeft() throws Exception {
    LoggedDecisions.write(folder, LoggedDecisions.messages(100, 1));
    Path draft = folder.resolve("decisions-000000000009.tmp");
    Files.writeString(draft, "half a segment");

    assertThat(LogFolder.segments(folder)).hasSize(1);
    LogFolder.open(folder).close();
    assertThat(draft).doesNotExist();
  }

  @Test
  void shouldLetOneWriterInOnly() throws Exception {
    try (LogFolder first = LogFolder.open(folder)) {
      assertThatThrownBy(() -> LogFolder.open(folder))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("another decision log writes here");
      assertThat(first.draft()).hasFileName("decisions-000000000001.tmp");
    }
  }

  @Test
  void shouldForgetOldHoursButNeverThePlace() throws Exception {
    Instant now = Instant.parse("2026-11-21T10:30:00Z");
    try (LogFolder log = LogFolder.open(folder)) {
      for (int hour = 0; hour < 4; hour++) {
        Path draft = log.draft();
        Files.writeString(draft, "segment");
        log.publish(draft, now.plus(Duration.ofHours(hour)));
      }

      assertThat(log.expire(Duration.ofHours(2), now.plus(Duration.ofHours(3)))).isEqualTo(1);
      assertThat(log.expire(Duration.ofHours(1), now.plus(Duration.ofDays(9)))).isEqualTo(2);
      assertThat(LogFolder.segments(folder)).extracting(Segment::number).containsExactly(4L);
    }
  }
}
