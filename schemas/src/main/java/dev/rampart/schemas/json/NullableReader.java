package dev.rampart.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.schemas.json.EventLineException.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value that may be null: a union of null and one other type. */
record NullableReader(ValueReader present) implements ValueReader {
  @Override
  public @Nullable Object read(String field, JsonNode found, List<Problem> problems) {
    if (found.isNull()) {
      return null;
    }
    int before = problems.size();
    Object value = present.read(field, found, problems);
    if (problems.size() > before && problems.get(before).field().equals(field)) {
      problems.set(before, new Problem(field, problems.get(before).found(), allowed()));
    }
    return value;
  }

  @Override
  public String allowed() {
    return present.allowed() + ", or null";
  }
}
