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
  private static final FeatureEngine OF_PAIRS =
      new FeatureEngine(Catalogues.ofAllAggregatesOfPairs());
  private static final byte[] GOOD = record(ENGINE);
  private static final byte[] GOOD_OF_PAIRS = record(OF_PAIRS);

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
    spoil(ENGINE, GOOD.clone(), random);
  }

  @Property(tries = 200)
  void shouldThrowNothingElseOverThePairsOfAnAccount(@ForAll Random random) {
    spoil(OF_PAIRS, GOOD_OF_PAIRS.clone(), random);
  }

  private static void spoil(FeatureEngine engine, byte[] bytes, Random random) {
    for (int i = 0; i < 1 + random.nextInt(8); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    use(engine, Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length)));
    use(engine, bytes);
  }

  private static void use(FeatureEngine engine, byte[] bytes) {
    try {
      EntityState state = engine.decode(bytes);
      engine.observe(state, event(state.newestEventTime() / 2, 1));
      assertThatCode(() -> engine.decode(engine.encode(state))).doesNotThrowAnyException();
    } catch (RecordFormatException e) {
      assertThat(e).hasMessageStartingWith("state record, byte ");
    } catch (RuntimeException e) {
      fail("bytes must not end in " + e, e);
    }
  }

  private static byte[] record(FeatureEngine engine) {
    EntityState state = engine.decode(null);
    for (int i = 0; i < 200; i++) {
      engine.observe(state, event(1_800_000_000_000L + i * 7_000L, i));
    }
    return engine.encode(state);
  }

  private static FakeEvent event(long time, int i) {
    return FakeEvent.message("e" + i, time)
        .with(EventField.LINK_COUNT, (long) i % 3)
        .with(EventField.CHANNEL_ID, "c" + i)
        .with(EventField.RECIPIENT_ID, "r" + i % 5)
        .with(EventField.CONTENT, "text " + (char) ('a' + i % 20));
  }
}
