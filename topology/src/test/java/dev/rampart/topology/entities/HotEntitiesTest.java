package dev.rampart.topology.entities;

import static dev.rampart.topology.entities.Sightings.NOON;
import static dev.rampart.topology.entities.Sightings.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.topology.features.EntityKind;
import dev.rampart.topology.features.FeatureCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HotEntitiesTest {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final FeatureCatalogue catalogue = Sightings.catalogue();
  private final HotEntities hot = new HotEntities(catalogue);
  private final Fingerprinter fingerprinter = new Fingerprinter();

  @Test
  void shouldServeAnEntityFromTheTimeOfItsValuesUntilTheyExpire() {
    hot.set(fact("guild:g", Map.of("guild_joins_10m", 9.0)));

    assertThat(hot.find(EntityKind.GUILD, "g", NOON)).isNotNull();
    assertThat(hot.find(EntityKind.GUILD, "g", NOON - 30_000)).isNotNull();
    assertThat(hot.find(EntityKind.GUILD, "g", NOON - HOUR)).isNull();
    assertThat(hot.find(EntityKind.GUILD, "g", NOON + HOUR)).isNull();
    assertThat(hot.find(EntityKind.CHANNEL, "g", NOON)).isNull();
  }

  @Test
  void shouldPutValuesAtThePlacesOfTheCatalogue() {
    hot.set(fact("guild:g", Map.of("guild_joins_10m", 9.0)));
    double[] features = new double[catalogue.names().size()];

    Objects.requireNonNull(hot.find(EntityKind.GUILD, "g", NOON)).serve(features, true);

    assertThat(features[catalogue.names().indexOf("guild_joins_10m")]).isEqualTo(9);
    assertThat(features).containsOnlyOnce(9);
  }

  @Test
  void shouldServeTheLargerOfTwoDomains() {
    hot.set(fact("domain:a.example", Map.of("domain_authors_1h", 9.0)));
    hot.set(fact("domain:b.example", Map.of("domain_authors_1h", 4.0)));
    double[] features = new double[catalogue.names().size()];

    Objects.requireNonNull(hot.find(EntityKind.DOMAIN, "a.example", NOON)).serve(features, true);
    Objects.requireNonNull(hot.find(EntityKind.DOMAIN, "b.example", NOON)).serve(features, false);

    assertThat(features[catalogue.names().indexOf("domain_authors_1h")]).isEqualTo(9);
  }

  @Test
  void shouldFindTheHotTextThatATextIsACopyOf() {
    String entity = "content:" + of(TEXT).hex();
    hot.set(fact(entity, Map.of("content_authors_1h", 5.0)));

    assertThat(hot.find(of(TEXT + " ok?"), NOON)).isNotNull();
    assertThat(hot.find(of("nobody else has written this one before, I am sure"), NOON)).isNull();

    hot.clear(entity);
    assertThat(hot.find(of(TEXT), NOON)).isNull();
    assertThat(hot.size()).isZero();
  }

  @Test
  void shouldPassOverAFactThatIsNoEntity() {
    hot.set(fact("nonsense", Map.of()));
    hot.set(fact("content:nonsense", Map.of()));

    assertThat(hot.find(of(TEXT), NOON)).isNull();
  }

  private TextSignature of(String text) {
    return Objects.requireNonNull(fingerprinter.of(text));
  }

  private static ControlRecord fact(String entity, Map<String, Double> values) {
    return ControlRecord.newBuilder()
        .setEntity(entity)
        .setKind(ControlKind.HOT_ENTITY)
        .setValues(values)
        .setSetAt(Instant.ofEpochMilli(NOON))
        .setExpiresAt(Instant.ofEpochMilli(NOON + HOUR))
        .build();
  }
}
