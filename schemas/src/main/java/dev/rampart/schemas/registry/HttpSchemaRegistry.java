package dev.rampart.schemas.registry;

import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.NOT_AVRO;
import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.REFUSED;
import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.UNKNOWN_ID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A registry server that speaks the REST interface of the Confluent Schema Registry, as Apicurio,
 * Karapace and others do too.
 *
 * <p>Answers are kept for ever, for an id never changes its meaning; that an id is unknown is kept
 * for {@link UnknownIds#REMEMBERED}. Requests that fail for reasons of the server or the network
 * are made again as the settings say.
 *
 * <p>Threading: safe for use by many threads.
 */
public final class HttpSchemaRegistry implements SchemaRegistry {
  private record Registered(String subject, String normalForm) {}

  private final Map<Registered, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
  private final UnknownIds unknown = new UnknownIds();
  private final RegistryClient client;

  public HttpSchemaRegistry(HttpRegistrySettings settings) {
    this.client = new RegistryClient(settings);
  }

  @Override
  public int register(String subject, Schema schema) {
    SchemaText text = SchemaText.of(schema);
    Registered key = new Registered(subject, text.normalForm());
    Integer known = ids.get(key);
    return known != null ? known : register(key, text);
  }

  private int register(Registered key, SchemaText text) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("schema", text.published());
    JsonNode id = client.post("/subjects/" + encoded(key.subject) + "/versions", body).path("id");
    if (!id.canConvertToInt() || id.asInt() <= 0) {
      throw new SchemaRegistryException(
          REFUSED, "the registry gave no id for a schema of " + key.subject);
    }
    ids.put(key, id.asInt());
    schemas.putIfAbsent(id.asInt(), parse(id.asInt(), text.published()));
    return id.asInt();
  }

  @Override
  public Schema schemaById(int id) {
    Schema known = schemas.get(id);
    return known != null ? known : lookUp(id);
  }

  private Schema lookUp(int id) {
    if (unknown.contains(id)) {
      throw new SchemaRegistryException(UNKNOWN_ID, "the registry has no schema with the id " + id);
    }
    try {
      Schema found = fetch(id);
      schemas.put(id, found);
      return found;
    } catch (SchemaRegistryException failed) {
      rememberIfUnknown(id, failed.reason());
      throw failed;
    }
  }

  private void rememberIfUnknown(int id, SchemaRegistryException.Reason reason) {
    if (reason == UNKNOWN_ID || reason == NOT_AVRO) {
      unknown.add(id);
    }
  }

  private Schema fetch(int id) {
    JsonNode answer = client.get("/schemas/ids/" + id);
    String type = answer.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw new SchemaRegistryException(
          NOT_AVRO, "schema " + id + " is of type " + type + ", not AVRO");
    }
    return parse(id, answer.path("schema").asText());
  }

  private static Schema parse(int id, String text) {
    try {
      return new Schema.Parser().parse(text);
    } catch (AvroRuntimeException unreadable) {
      throw new SchemaRegistryException(
          NOT_AVRO, "what the registry holds as schema " + id + " is no Avro schema", unreadable);
    }
  }

  private static String encoded(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    ids.clear();
    schemas.clear();
  }
}
