package dev.rampart.topology.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.event.EventField;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MigrationTest {
  private static final String HOUR = "name: hour, aggregate: count, window: 1h";
  private static final String LINKS =
      "name: links, aggregate: sum, window: 1h, value: event.link_count";
  private static final String TEXTS =
      "name: texts, aggregate: distinct, window: 24h, value: event.channel_id";
  private static final FeatureEngine OLD = new FeatureEngine(Catalogues.of(HOUR, LINKS));
  private static final FeatureEngine ALWAYS = new FeatureEngine(Catalogues.of(TEXTS, HOUR));
  private static final FeatureEngine NEW = new FeatureEngine(Catalogues.of(TEXTS, HOUR));

  @Provide
  Arbitrary<List<Seen>> streams() {
    return RandomStreams.streams();
  }

  @Property(tries = 200)
  void shouldGoOnWithWhatStaysAndStartWhatIsNew(
      @ForAll("streams") List<Seen> stream, @ForAll @IntRange(min = 0, max = 30) int at) {
    int change = Math.min(at, stream.size() - 1);
    EntityState always = ALWAYS.decode(null);
    EntityState old = OLD.decode(null);
    for (Seen event : stream.subList(0, change)) {
      ALWAYS.observe(always, event.event());
      OLD.observe(old, event.event());
    }
    EntityState migrated = change == 0 ? NEW.decode(null) : NEW.decode(OLD.encode(old));
    for (Seen event : stream.subList(change, stream.size())) {
      double[] values = NEW.observe(migrated, event.event());
      double[] fromStart = ALWAYS.observe(always, event.event());
      assertThat(values[1]).isEqualTo(fromStart[1]);
      assertThat(values[0] > fromStart[0]).isFalse();
    }
    byte[] record = NEW.encode(migrated);
    assertThat(NEW.encode(NEW.decode(record))).isEqualTo(record);
  }

  @Test
  void shouldStartAChangedWindowAfreshAndSaySo() {
    FeatureCatalogue before = Catalogues.of(HOUR, LINKS);
    FeatureCatalogue after = Catalogues.of(HOUR.replace("1h", "2h"), TEXTS);
    assertThat(after.changesFrom(before))
        .containsExactlyInAnyOrder(
            new FeatureChange("hour", FeatureChange.Kind.RESTARTED),
            new FeatureChange("texts", FeatureChange.Kind.ADDED),
            new FeatureChange("links", FeatureChange.Kind.REMOVED));
    FeatureEngine engine = new FeatureEngine(after);
    EntityState old = OLD.decode(null);
    OLD.observe(old, FakeEvent.message("a", 1000).with(EventField.LINK_COUNT, 3L));
    EntityState migrated = engine.decode(OLD.encode(old));
    assertThat(engine.forgottenSections()).isEqualTo(2);
    assertThat(engine.isRepeat(migrated, "a", 1000)).isTrue();
    assertThat(engine.observe(migrated, FakeEvent.message("b", 1001))[0]).isEqualTo(1);
  }
}
