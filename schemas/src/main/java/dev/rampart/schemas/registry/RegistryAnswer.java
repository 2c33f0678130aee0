package dev.rampart.schemas.registry;

import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.INCOMPATIBLE;
import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.REFUSED;
import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.UNAVAILABLE;
import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.UNKNOWN_ID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpRequest;

/**
 * What the answer of a registry server means: a JSON document, or an exception with the server's
 * own words.
 */
final class RegistryAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SCHEMA_NOT_FOUND = 40403;
  private static final int LONGEST_QUOTE = 2_000;

  private RegistryAnswer() {}

  static JsonNode read(HttpRequest request, int status, String body) {
    JsonNode answer = parse(body);
    if (status == 200 && answer.isObject()) {
      return answer;
    }
    throw new SchemaRegistryException(
        reason(status, answer),
        "the registry at %s answered %s %s with status %d%s"
            .formatted(
                place(request), request.method(), request.uri().getPath(), status, said(answer)));
  }

  /** Host and port: the part of an address that is safe to print. */
  static String place(HttpRequest request) {
    return request.uri().getHost()
        + (request.uri().getPort() < 0 ? "" : ":" + request.uri().getPort());
  }

  private static SchemaRegistryException.Reason reason(int status, JsonNode answer) {
    return switch (status) {
      case 409, 422 -> INCOMPATIBLE;
      case 404 -> answer.path("error_code").asInt() == SCHEMA_NOT_FOUND ? UNKNOWN_ID : REFUSED;
      default -> status == 429 || status >= 500 ? UNAVAILABLE : REFUSED;
    };
  }

  private static String said(JsonNode answer) {
    String message = answer.path("message").asText();
    String quote = message.substring(0, Math.min(message.length(), LONGEST_QUOTE));
    return quote.isEmpty() ? "" : ": " + quote;
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
