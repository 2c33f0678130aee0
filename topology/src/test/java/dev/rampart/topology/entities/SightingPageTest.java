package dev.rampart.topology.entities;

import static dev.rampart.topology.entities.Sightings.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.topology.features.EntityKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingPageTest {
  @Test
  void shouldReadWhatWasAdded() {
    SightingPage page = new SightingPage();
    Seen copy = Sightings.copy("m1", "ada", NOON, true);
    Seen channel = new Seen(EntityKind.CHANNEL, "c", null, false, copy.sighting());
    Seen join = Sightings.join("u1", "bob", NOON + 5);
    page.add(copy);
    page.add(channel);
    page.add(join);

    assertThat(page.newest()).isEqualTo(NOON + 5);
    List<Seen> read = SightingPage.read(page.take());

    assertThat(read)
        .extracting(Seen::kind)
        .containsExactly(EntityKind.CONTENT, EntityKind.CHANNEL, EntityKind.GUILD);
    assertThat(read).extracting(Seen::served).containsExactly(true, false, false);
    assertThat(read)
        .extracting(Seen::sighting)
        .containsExactly(copy.sighting(), copy.sighting(), join.sighting());
    assertThat(read.get(0).signature()).isNotNull();
    assertThat(page.isEmpty()).isTrue();
  }

  @Test
  void shouldWriteAnEventOnceForAllItsEntities() {
    SightingPage one = new SightingPage();
    one.add(Sightings.join("u1", "bob", NOON));
    int first = one.size();
    Seen join = Sightings.join("u2", "bob", NOON);
    SightingPage two = new SightingPage();
    two.add(join);
    two.add(new Seen(EntityKind.IP, "i", null, false, join.sighting()));

    assertThat(two.size() - first).isLessThan(5);
  }

  @Test
  void shouldRefuseBytesThatEndTooEarly() {
    SightingPage page = new SightingPage();
    page.add(Sightings.copy("m1", "ada", NOON, false));
    byte[] whole = page.take();
    for (int length = 2; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> SightingPage.read(part)).isInstanceOf(MalformedBytesException.class);
    }
  }

  @Test
  void shouldRefuseAVersionThatItDoesNotKnow() {
    assertThatThrownBy(() -> SightingPage.read(new byte[] {7, 1}))
        .isInstanceOf(MalformedBytesException.class)
        .hasMessageContaining("version 7");
  }
}
