package dev.rampart.ops.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.topology.deadletters.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LetterTableTest {
  private final LetterTable table = new LetterTable(2);

  private void add(int partition, long offset, String header, String value) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("dead-letters", partition, offset, new byte[0], new byte[0]);
    record.headers().add(header, value.getBytes(StandardCharsets.UTF_8));
    table.add(record);
  }

  @Test
  void shouldKeepTheNewestOfEachPartition() {
    for (long offset = 0; offset < 5; offset++) {
      add(0, offset, DeadLetter.CAUSE, "too-old");
    }
    add(1, 0, DeadLetter.CAUSE, "too-old");

    assertThat(table.list(Optional.empty()))
        .extracting(Letter::place)
        .containsExactlyInAnyOrder(
            new LetterPlace(0, 3), new LetterPlace(0, 4), new LetterPlace(1, 0));
  }

  @Test
  void shouldNotTakeAMarkForALetter() {
    add(0, 0, DeadLetter.CAUSE, "too-old");
    add(0, 1, LetterHeaders.REDRIVEN, "0:0");

    assertThat(table.list(Optional.empty())).singleElement().matches(Letter::redriven);
    assertThat(table.waiting()).isZero();
  }

  @Test
  void shouldKnowALetterThatCarriesNoHeaderOfRampart() {
    add(0, 0, "other", "x");

    assertThat(table.at(new LetterPlace(0, 0)).orElseThrow().cause()).isEqualTo("unknown");
  }
}
