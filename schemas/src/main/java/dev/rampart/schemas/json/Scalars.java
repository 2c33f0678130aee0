package dev.rampart.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** JSON scalars as Java values; null for what does not fit. */
final class Scalars {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final int UUID_LENGTH = 36;

  private Scalars() {}

  static @Nullable Object text(JsonNode found) {
    return found.isTextual() ? found.textValue() : null;
  }

  static @Nullable Object truth(JsonNode found) {
    return found.isBoolean() ? found.booleanValue() : null;
  }

  static @Nullable Object wholeLong(JsonNode found) {
    return found.isIntegralNumber() && found.canConvertToLong() ? found.longValue() : null;
  }

  static @Nullable Object wholeInt(JsonNode found) {
    return found.isIntegralNumber() && found.canConvertToInt() ? found.intValue() : null;
  }

  static @Nullable Object fraction(JsonNode found) {
    return found.isNumber() ? found.doubleValue() : null;
  }

  static @Nullable Object uuid(JsonNode found) {
    if (!found.isTextual() || found.textValue().length() != UUID_LENGTH) {
      return null;
    }
    try {
      return UUID.fromString(found.textValue());
    } catch (IllegalArgumentException noUuid) {
      return null;
    }
  }

  /** A time of the years 1 to 9999, to the millisecond. */
  static @Nullable Object time(JsonNode found) {
    Instant time = found.isTextual() ? isoTime(found.textValue()) : epochTime(found);
    return time == null || time.isBefore(FIRST) || time.isAfter(LAST) ? null : time;
  }

  private static @Nullable Instant isoTime(String text) {
    try {
      return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private static @Nullable Instant epochTime(JsonNode found) {
    boolean fits = found.isIntegralNumber() && found.canConvertToLong();
    return fits ? Instant.ofEpochMilli(found.longValue()) : null;
  }

  /** The branch of a union that is not null. */
  static Schema present(Schema union) {
    return union.getTypes().stream()
        .filter(branch -> branch.getType() != Schema.Type.NULL)
        .findFirst()
        .orElse(union);
  }
}
