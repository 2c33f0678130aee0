package dev.rampart.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.schemas.json.EventLineException.Problem;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A single value.
 *
 * @param convert gives null for what is not allowed
 */
record ScalarReader(String allowed, Function<JsonNode, @Nullable Object> convert)
    implements ValueReader {
  @Override
  public @Nullable Object read(String field, JsonNode found, List<Problem> problems) {
    Object value = convert.apply(found);
    if (value == null) {
      problems.add(new Problem(field, Found.in(field, found), allowed));
    }
    return value;
  }
}
