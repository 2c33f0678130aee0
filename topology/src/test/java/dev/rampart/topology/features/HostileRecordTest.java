package dev.rampart.topology.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.rampart.actions.event.EventField;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Bytes that no engine wrote end in one clear exception, or are read; nothing else happens. */
class HostileRecordTest {
  private static final FeatureEngine ENGINE = new FeatureEngine(Catalogues.ofAllAggregates());
  private static final byte[] GOOD = record();

  @Test
  void shouldSayWhereARecordOfAnotherFormatIsWrong() {
    assertThatThrownBy(() -> ENGINE.decode(new byte[] {9, 0, 0}))
        .isInstanceOf(RecordFormatException.class)
        .hasMessage("state record, byte 1 of 3: format 9, this version reads 1");
    assertThatThrownBy(() -> ENGINE.decode(new byte[0]))
        .isInstanceOf(RecordFormatException.class)
        .hasMessageContaining("ends early");
  }

  @Test
  void shouldRefuseARecordThatIsCutInsideASection() {
    byte[] cut = Arrays.copyOf(GOOD, GOOD.length - 1);
    assertThatThrownBy(() -> ENGINE.decode(cut)).isInstanceOf(RecordFormatException.class);
  }

  @Property(tries = 300)
  void shouldThrowNothingButARecordFormatException(@ForAll Random random) {
    byte[] bytes = GOOD.clone();
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    use(Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length)));
    use(bytes);
  }

  private static void use(byte[] bytes) {
    try {
      EntityState state = ENGINE.decode(bytes);
      ENGINE.observe(state, event(state.newestEventTime() / 2, 1));
      assertThatCode(() -> ENGINE.decode(ENGINE.encode(state))).doesNotThrowAnyException();
    } catch (RecordFormatException e) {
      assertThat(e).hasMessageStartingWith("state record, byte ");
    } catch (RuntimeException e) {
      fail("bytes must not end in " + e, e);
    }
  }

  private static byte[] record() {
    EntityState state = ENGINE.decode(null);
    for (int i = 0; i < 200; i++) {
      ENGINE.observe(state, event(1_800_000_000_000L + i * 7_000L, i));
    }
    return ENGINE.encode(state);
  }

  private static FakeEvent event(long time, int i) {
    return FakeEvent.message("e" + i, time)
        .with(EventField.LINK_COUNT, (long) i % 3)
        .with(EventField.CHANNEL_ID, "c" + i)
        .with(EventField.CONTENT, "text " + (char) ('a' + i % 20));
  }
}
