package dev.rampart.ops.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
  private static final String GOOD =
      "{\"type\":\"message\",\"message_id\":\"m1\",\"author_id\":\"u1\",\"content\":\"hi\","
          + "\"sent_at\":\"2026-11-21T00:00:00Z\"}";

  @TempDir private Path folder;

  @Test
  void shouldGoOnAfterABrokenLineAndCountAllLines() throws IOException {
    List<FileLine> lines = read((GOOD + "\n\n{\"type\":\"nothing\"}\n" + GOOD).getBytes(UTF));
    assertThat(lines).extracting(FileLine::number).containsExactly(1L, 3L, 4L);
    assertThat(lines.get(0)).isInstanceOf(FileLine.Event.class);
    assertThat(lines.get(1)).isInstanceOf(FileLine.Broken.class);
    assertThat(lines.get(2)).isInstanceOf(FileLine.Event.class);
  }

  @Test
  void shouldTellBytesThatAreNoText() throws IOException {
    List<FileLine> lines = read(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
    assertThat(lines)
        .singleElement()
        .isInstanceOfSatisfying(
            FileLine.Broken.class,
            line -> {
              assertThat(line.problem()).isEqualTo("is no text in UTF-8");
              assertThat(line.original()).containsExactly(0xff, 0xfe);
            });
  }

  @Test
  void shouldKeepOnlyTheBeginningOfALineThatIsTooLong() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(new byte[EventFile.LONGEST_LINE + 5]);
    file.write(("\n" + GOOD + "\n").getBytes(UTF));
    List<FileLine> lines = read(file.toByteArray());
    assertThat(lines.get(0))
        .isInstanceOfSatisfying(
            FileLine.Broken.class,
            line -> assertThat(line.original()).hasSize(EventFile.LONGEST_LINE));
    assertThat(lines.get(1)).isInstanceOf(FileLine.Event.class);
  }

  @Test
  void shouldFindNothingInAnEmptyFile() throws IOException {
    assertThat(read(new byte[0])).isEmpty();
  }

  private static final java.nio.charset.Charset UTF = StandardCharsets.UTF_8;

  private List<FileLine> read(byte[] content) throws IOException {
    List<FileLine> lines = new ArrayList<>();
    try (EventFile file = EventFile.open(Files.write(folder.resolve("events.jsonl"), content))) {
      for (Optional<FileLine> line = file.next(); line.isPresent(); line = file.next()) {
        lines.add(line.get());
      }
    }
    return lines;
  }
}
