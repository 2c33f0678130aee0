package dev.rampart.schemas.registry;

import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.COLLISION;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Schemas by content-derived id, each held as it was published. Safe for use by many threads. Grows
 * with the number of different schemas met, never shrinks.
 */
final class SchemaTable {
  private record Entry(Schema schema, String normalForm) {}

  private final Map<Integer, Entry> entries = new ConcurrentHashMap<>();

  @Nullable Schema find(int id) {
    Entry entry = entries.get(id);
    return entry == null ? null : entry.schema;
  }

  /**
   * Adds a schema; one that is there already is left as it is.
   *
   * @return the id
   * @throws SchemaRegistryException with reason {@code COLLISION} where another schema has the id
   */
  int add(SchemaText text) {
    return add(text.id(), text);
  }

  int add(int id, SchemaText text) {
    Entry before = entries.putIfAbsent(id, entry(text));
    if (before != null && !before.normalForm.equals(text.normalForm())) {
      throw new SchemaRegistryException(
          COLLISION,
          "schema "
              + entry(text).schema.getFullName()
              + " has the id "
              + id
              + ", which belongs to a different schema, "
              + before.schema.getFullName()
              + ": change the new one, in its order of fields for instance, to give it another id");
    }
    return id;
  }

  private static Entry entry(SchemaText text) {
    return new Entry(new Schema.Parser().parse(text.published()), text.normalForm());
  }
}
