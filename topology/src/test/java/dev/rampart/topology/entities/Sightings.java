package dev.rampart.topology.entities;

import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.features.CatalogueException;
import dev.rampart.topology.features.EntityKind;
import dev.rampart.topology.features.FeatureCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sightings for tests, and the shipped catalogue. */
final class Sightings {
  static final long NOON = Instant.parse("2026-11-21T12:00:00Z").toEpochMilli();
  static final String TEXT = "an offer that you should not miss, whatever you do today";

  private static final long NEW = NOON - Duration.ofHours(2).toMillis();

  private Sightings() {}

  static FeatureCatalogue catalogue() {
    try {
      return FeatureCatalogue.load(
          Path.of(System.getProperty("rampart.root"), "topology/catalogue/features.yml"));
    } catch (CatalogueException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A copy of one text by a new account. */
  static Seen copy(String id, String author, long time, boolean served) {
    TextSignature signature = signature();
    return new Seen(
        EntityKind.CONTENT, signature.id(), signature, served, message(id, author, time));
  }

  static TextSignature signature() {
    return Objects.requireNonNull(new Fingerprinter().of(TEXT));
  }

  static Seen join(String id, String account, long time) {
    Sighting sighting =
        new Sighting(UserEventKind.JOIN_GUILD, id, account, time, NEW, "", "g", 0, 0, 0);
    return new Seen(EntityKind.GUILD, "g", null, false, sighting);
  }

  static Sighting message(String id, String author, long time) {
    return new Sighting(null, id, author, time, NEW, "c", "g", 40, 0, 0);
  }

  static Seen of(EntityKind kind, String id, @Nullable TextSignature signature) {
    return new Seen(kind, id, signature, false, message("m", "a", NOON));
  }
}
