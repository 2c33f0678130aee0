package dev.rampart.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.schemas.json.EventLineException.Problem;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Turns one JSON value into the Java value that a generated class holds for an Avro type. */
interface ValueReader {

  /**
   * The value, or null where {@code found} is null and may be, or after a problem was added.
   *
   * @param field where {@code found} stands
   */
  @Nullable Object read(String field, JsonNode found, List<Problem> problems);

  /** What may stand there, for people. */
  String allowed();

  /**
   * The reader for a schema.
   *
   * @throws IllegalArgumentException for a type that no event uses
   */
  static ValueReader of(Schema schema) {
    LogicalType logical = schema.getLogicalType();
    return switch (schema.getType()) {
      case STRING ->
          logical != null ? scalar("a UUID", Scalars::uuid) : scalar("a text", Scalars::text);
      case LONG ->
          logical instanceof LogicalTypes.TimestampMillis ? time() : number(Scalars::wholeLong);
      case INT -> number(Scalars::wholeInt);
      case DOUBLE -> scalar("a number", Scalars::fraction);
      case BOOLEAN -> scalar("true or false", Scalars::truth);
      case ENUM -> new EnumReader(schema);
      case ARRAY -> new ArrayReader(of(schema.getElementType()));
      case UNION -> new NullableReader(of(Scalars.present(schema)));
      case RECORD, MAP, FLOAT, BYTES, FIXED, NULL ->
          throw new IllegalArgumentException("no event has a field of type " + schema.getType());
    };
  }

  private static ValueReader time() {
    return scalar("a time, ISO-8601 or epoch milliseconds", Scalars::time);
  }

  private static ValueReader number(Function<JsonNode, @Nullable Object> convert) {
    return scalar("a whole number", convert);
  }

  private static ValueReader scalar(String allowed, Function<JsonNode, @Nullable Object> convert) {
    return new ScalarReader(allowed, convert);
  }
}
