package dev.rampart.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.schemas.json.EventLineException.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits a line into its fields. What the JSON parser says of a broken line is not passed on, for
 * it quotes the line: only the column is.
 */
final class LineFields {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonFactory FACTORY = JSON.getFactory();
  private static final String ALLOWED = "one JSON object on the line";

  private LineFields() {}

  /** The fields by name, in a map that the caller may change. */
  static Map<String, JsonNode> of(String line) {
    try (JsonParser parser = FACTORY.createParser(line)) {
      return objectOn(parser);
    } catch (JsonProcessingException broken) {
      throw problem("", "broken JSON at column " + column(broken), ALLOWED);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text cannot fail to be read", impossible);
    }
  }

  private static Map<String, JsonNode> objectOn(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw problem(
          "", parser.currentToken() == null ? "an empty line" : "something else", ALLOWED);
    }
    Map<String, JsonNode> fields = new HashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      if (fields.put(name, JSON.<JsonNode>readTree(parser)) != null) {
        throw problem(Found.shortened(name), "the field twice", "each field once");
      }
    }
    if (parser.nextToken() != null) {
      throw problem("", "more after the object", ALLOWED);
    }
    return fields;
  }

  private static int column(JsonProcessingException broken) {
    return broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr();
  }

  private static EventLineException problem(String field, String found, String allowed) {
    return new EventLineException(List.of(new Problem(field, found, allowed)));
  }
}
