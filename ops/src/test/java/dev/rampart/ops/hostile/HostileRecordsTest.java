package dev.rampart.ops.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.json.EventLine;
import dev.rampart.schemas.json.EventLineException;
import dev.rampart.schemas.registry.InMemorySchemaRegistry;
import dev.rampart.schemas.serde.AvroSerde;
import dev.rampart.schemas.serde.WireFormatException;
import dev.rampart.topology.entities.StoredEntity;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines of event files and bodies of {@code POST /v1/events}, and records of entities. */
class HostileRecordsTest {
  private static final String LINE =
      """
      {"type": "message", "message_id": "m1", "author_id": "u1", "guild_id": "g1", "content": "hi",
       "sent_at": "2026-11-21T10:00:00Z", "mentions": ["a", "b"], "attachment_hashes": []}""";

  @Test
  void shouldReadOrRefuseAnyLine() {
    Mangler mangler = new Mangler(7);
    for (int i = 0; i < 20_000; i++) {
      read(mangler.mangle(LINE));
    }
  }

  @Test
  void shouldRefuseLinesThatAreDeepOrHuge() {
    for (String line :
        new String[] {
          "[".repeat(1 << 20),
          "{\"type\":".repeat(1 << 17),
          LINE.replace("\"hi\"", "[".repeat(500_000)),
          LINE.replace("\"hi\"", "1".repeat(2_000_000)),
          LINE.replace("\"2026-11-21T10:00:00Z\"", "1e2147483647"),
          LINE.replace("\"2026-11-21T10:00:00Z\"", "\"+999999999-12-31T23:59:59Z\""),
          LINE.replace("\"2026-11-21T10:00:00Z\"", "\"" + "9".repeat(1_000_000) + "\""),
          "\u0000".repeat(1_000_000),
          "\"".repeat(1_000_001)
        }) {
      assertThatThrownBy(() -> EventLine.parse(line)).isInstanceOf(EventLineException.class);
    }
  }

  /** They are let in here, and refused by the limits of the pipeline. */
  @Test
  void shouldReadAHundredThousandMentionsAndFourMegabytes() {
    EventLine mentions =
        EventLine.parse(LINE.replace("\"a\", \"b\"", "\"a\", ".repeat(99_999) + "\"b\""));
    EventLine large = EventLine.parse(LINE.replace("\"hi\"", "\"" + "x".repeat(4 << 20) + "\""));

    assertThat(((MessageEvent) mentions.event()).getMentions()).hasSize(100_000);
    assertThat(((MessageEvent) large.event()).getContent()).hasSize(4 << 20);
  }

  private static void read(String line) {
    try {
      EventLine event = EventLine.parse(line);
      assertThat(EventLine.parse(event.text()).event()).isEqualTo(event.event());
    } catch (EventLineException refused) {
      assertThat(refused.problems()).isNotEmpty();
    }
  }

  @Test
  void shouldReadOrRefuseAnyRecord() {
    AvroSerde<MessageEvent> serde =
        AvroSerde.of(MessageEvent.class, new InMemorySchemaRegistry(), "m");
    byte[] good = serde.serializer().serialize("t", (MessageEvent) EventLine.parse(LINE).event());
    Mangler mangler = new Mangler(8);
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = mangler.mangle(good);
      try {
        MessageEvent unused = serde.deserializer().deserialize("t", bytes);
      } catch (WireFormatException refused) {
        assertThat(refused.reason()).isNotNull();
      }
    }
  }

  @Test
  void shouldReadOrRefuseAnyRecordOfAnEntity() {
    Random random = new Random(9);
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(80)];
      random.nextBytes(bytes);
      if (bytes.length > 0 && i % 2 == 0) {
        bytes[0] = 1;
      }
      try {
        StoredEntity unused = StoredEntity.decode("domain:example.org", bytes);
      } catch (IllegalArgumentException refused) {
        assertThat(refused).isNotInstanceOf(NumberFormatException.class);
      }
    }
  }
}
