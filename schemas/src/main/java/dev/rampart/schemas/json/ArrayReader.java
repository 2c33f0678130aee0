package dev.rampart.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.schemas.json.EventLineException.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of values of one type. */
record ArrayReader(ValueReader element) implements ValueReader {
  @Override
  public @Nullable Object read(String field, JsonNode found, List<Problem> problems) {
    if (!found.isArray()) {
      problems.add(new Problem(field, Found.in(field, found), allowed()));
      return null;
    }
    List<@Nullable Object> values = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      values.add(element(field, i, found.get(i), problems));
    }
    return values;
  }

  private @Nullable Object element(
      String field, int index, JsonNode found, List<Problem> problems) {
    int before = problems.size();
    Object value = element.read(field, found, problems);
    if (problems.size() > before) {
      Problem last = problems.remove(problems.size() - 1);
      problems.add(new Problem(field + "[" + index + "]", last.found(), last.allowed()));
    }
    return value;
  }

  @Override
  public String allowed() {
    return "an array, each element " + element.allowed();
  }
}
