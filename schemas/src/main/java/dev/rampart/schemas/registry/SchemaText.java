package dev.rampart.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * The texts of a schema: the one that is published, the one that decides whether two schemas are
 * the same, and the id that follows from it. Immutable.
 *
 * <p>Avro's parsing canonical form is not used for identity: it drops defaults, aliases and logical
 * types, which decide how a reader resolves a record.
 *
 * @param published the schema as JSON with its documentation, without properties that only Java
 *     reads
 * @param normalForm the published text without documentation and with sorted keys: equal for
 *     schemas that read and write alike
 */
record SchemaText(String published, String normalForm) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> JAVA_ONLY = Set.of("avro.java.string");
  private static final Set<String> DOC_AND_JAVA_ONLY = Set.of("doc", "avro.java.string");
  private static final String DEFAULT = "default";

  static SchemaText of(Schema schema) {
    try {
      JsonNode tree = JSON.readTree(schema.toString());
      return new SchemaText(
          without(tree, JAVA_ONLY).toString(), sorted(without(tree, DOC_AND_JAVA_ONLY)).toString());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Avro printed a schema that is not JSON", impossible);
    }
  }

  /**
   * The first 31 bits of the SHA-256 of the normal form; 1 for the one digest that would give 0.
   */
  int id() {
    byte[] digest = sha256().digest(normalForm.getBytes(StandardCharsets.UTF_8));
    return Math.max(1, ByteBuffer.wrap(digest).getInt() >>> 1);
  }

  private static JsonNode without(JsonNode node, Set<String> dropped) {
    if (node instanceof ArrayNode array) {
      ArrayNode kept = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> kept.add(without(element, dropped)));
      return kept;
    }
    return node instanceof ObjectNode object ? prune(object, dropped) : node;
  }

  private static JsonNode prune(ObjectNode object, Set<String> dropped) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      if (!dropped.contains(property.getKey())) {
        boolean data = property.getKey().equals(DEFAULT);
        kept.set(
            property.getKey(), data ? property.getValue() : without(property.getValue(), dropped));
      }
    }
    return isBarePrimitive(kept) ? kept.get("type") : kept;
  }

  /** {@code {"type": "string"}} is the same schema as {@code "string"}. */
  private static boolean isBarePrimitive(ObjectNode object) {
    return object.size() == 1 && object.has("type") && object.get("type").isTextual();
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode elements = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> elements.add(sorted(element)));
      return elements;
    }
    return node instanceof ObjectNode object ? sortedKeys(object) : node;
  }

  private static ObjectNode sortedKeys(ObjectNode object) {
    Map<String, JsonNode> byName = new TreeMap<>();
    object.properties().forEach(p -> byName.put(p.getKey(), sorted(p.getValue())));
    ObjectNode sorted = JsonNodeFactory.instance.objectNode();
    sorted.setAll(byName);
    return sorted;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
