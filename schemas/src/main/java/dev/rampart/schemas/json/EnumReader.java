package dev.rampart.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.schemas.json.EventLineException.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/** One of the symbols of an enum. */
final class EnumReader implements ValueReader {
  private final Map<String, Object> constants = new HashMap<>();
  private final String allowed;

  EnumReader(Schema schema) {
    for (String symbol : schema.getEnumSymbols()) {
      constants.put(symbol, SpecificData.get().createEnum(symbol, schema));
    }
    this.allowed = "one of " + String.join(", ", schema.getEnumSymbols());
  }

  @Override
  public @Nullable Object read(String field, JsonNode found, List<Problem> problems) {
    Object constant = found.isTextual() ? constants.get(found.textValue()) : null;
    if (constant == null) {
      problems.add(new Problem(field, Found.in(field, found), allowed));
    }
    return constant;
  }

  @Override
  public String allowed() {
    return allowed;
  }
}
