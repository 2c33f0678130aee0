package dev.rampart.topology.entities;

import static dev.rampart.topology.entities.Sightings.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.topology.entities.EntityNews.Telling;
import dev.rampart.topology.features.EntityKind;
import dev.rampart.topology.features.FeatureCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The shipped floors: four new accounts with one text, five new accounts joining one guild. */
class EntityKeeperTest {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final FeatureCatalogue catalogue = Sightings.catalogue();
  private final EntityKeeper texts = keeper(EntityKind.CONTENT);
  private final EntityKeeper guilds = keeper(EntityKind.GUILD);
  private byte @Nullable [] stored;

  @Test
  void shouldBecomeHotAtTheFloorAndNameTheEarlierCopiesOnce() {
    assertThat(take(texts, copies(3)).telling()).isEqualTo(Telling.NOTHING);

    EntityNews hot = take(texts, List.of(Sightings.copy("m3", "a3", NOON + 3, false)));

    assertThat(hot.telling()).isEqualTo(Telling.HOT);
    assertThat(value(texts, hot, "content_authors_1h")).isEqualTo(4);
    assertThat(hot.found()).extracting(Remembered::eventId).containsExactly("m0", "m1", "m2", "m3");
    assertThat(take(texts, List.of(Sightings.copy("m4", "a4", NOON + 4, true))).found()).isEmpty();
  }

  @Test
  void shouldNameACopyThatWasDecidedBeforeTheNewsReachedItsInstance() {
    take(texts, copies(5));

    EntityNews late = take(texts, List.of(Sightings.copy("m9", "a9", NOON + 9, false)));

    assertThat(late.found()).extracting(Remembered::eventId).containsExactly("m9");
  }

  @Test
  void shouldFindCopiesOfWhichItHearsOutOfOrder() {
    take(texts, List.of(Sightings.copy("m9", "a9", NOON + 90_000, false)));

    EntityNews hot = take(texts, copies(3));

    assertThat(hot.telling()).isEqualTo(Telling.HOT);
    assertThat(hot.found()).hasSize(4);
  }

  @Test
  void shouldNotTakeOneAccountsRepetitionsForACampaign() {
    List<Seen> copies = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      copies.add(Sightings.copy("m" + i, "ada", NOON + i, false));
    }

    assertThat(take(texts, copies).telling()).isEqualTo(Telling.NOTHING);
  }

  @Test
  void shouldLeaveOutAnotherTextThatHasTheSameKey() {
    take(texts, copies(3));
    TextSignature other =
        new TextSignature(Sightings.signature().key(), new long[TextSignature.LONGS]);
    Seen stranger =
        new Seen(EntityKind.CONTENT, other.id(), other, false, Sightings.message("x", "x", NOON));

    assertThat(take(texts, List.of(stranger)).telling()).isEqualTo(Telling.NOTHING);
  }

  @Test
  void shouldSpeakOnlyWhenAValueMovedByAQuarter() {
    take(texts, copies(20));
    int told = 0;
    for (int i = 20; i < 40; i++) {
      Seen copy = Sightings.copy("m" + i, "a" + i, NOON + i, true);
      told += take(texts, List.of(copy)).telling() == Telling.HOT ? 1 : 0;
    }

    assertThat(told).isBetween(2, 4);
  }

  @Test
  void shouldTakeItBackWhenItIsColdAndRememberAfresh() {
    take(texts, copies(5));

    EntityNews cold = take(texts, List.of(Sightings.copy("m9", "a9", NOON + 2 * HOUR, false)));

    assertThat(cold.telling()).isEqualTo(Telling.COLD);
    assertThat(cold.record().remembered).hasSize(1);
  }

  @Test
  void shouldStartAfreshAfterTheTimeThatItIsKept() {
    take(texts, copies(3));

    EntityNews news = take(texts, List.of(Sightings.copy("m9", "a9", NOON + 7 * HOUR, false)));

    assertThat(news.record().remembered).extracting(Remembered::eventId).containsExactly("m9");
  }

  @Test
  void shouldTellARaidFromTheShareOfNewAccounts() {
    List<Seen> joins = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      joins.add(Sightings.join("u" + i, "a" + i, NOON + 1000L * i));
    }

    EntityNews raid = take(guilds, joins);

    assertThat(raid.telling()).isEqualTo(Telling.HOT);
    assertThat(value(guilds, raid, "guild_new_join_share_10m")).isEqualTo(1);
    assertThat(value(guilds, raid, "guild_joins_z_7d")).isPositive();
    assertThat(raid.found()).hasSize(8).noneMatch(Remembered::message);
  }

  @Test
  void shouldKeepWhatIsStoredByteForByteOverARestart() {
    take(texts, copies(3));
    byte[] before = stored;
    EntityNews one = texts.take(before, List.of(Sightings.copy("m3", "a3", NOON + 3, false)));
    EntityNews other =
        keeper(EntityKind.CONTENT)
            .take(before, List.of(Sightings.copy("m3", "a3", NOON + 3, false)));

    assertThat(one.record().encode(new Packer())).isEqualTo(other.record().encode(new Packer()));
    assertThat(one.values()).containsExactly(other.values());
  }

  @Test
  void shouldTakeFewBytesForATextThatWasSeenOnce() {
    take(texts, copies(1));

    assertThat(stored).hasSizeLessThan(250);
  }

  private static List<Seen> copies(int count) {
    List<Seen> copies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      copies.add(Sightings.copy("m" + i, "a" + i, NOON + i, false));
    }
    return copies;
  }

  private EntityNews take(EntityKeeper keeper, List<Seen> seen) {
    EntityNews news = keeper.take(stored, seen);
    stored = news.record().encode(new Packer());
    return news;
  }

  private static double value(EntityKeeper keeper, EntityNews news, String feature) {
    return news.values()[keeper.names().indexOf(feature)];
  }

  private EntityKeeper keeper(EntityKind kind) {
    return new EntityKeeper(
        catalogue,
        catalogue.entities().stream()
            .filter(definition -> definition.kind() == kind)
            .findFirst()
            .orElseThrow());
  }
}
