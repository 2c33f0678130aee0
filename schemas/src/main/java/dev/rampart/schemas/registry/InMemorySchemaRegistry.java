package dev.rampart.schemas.registry;

import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.UNKNOWN_ID;

import org.apache.avro.Schema;

/**
 * A registry that lives as long as the process, for tests and for programs that read only what they
 * wrote. Ids follow from the content of the schema, so that every instance gives the same id
 * without asking another.
 */
public final class InMemorySchemaRegistry implements SchemaRegistry {
  private final SchemaTable schemas = new SchemaTable();

  @Override
  public int register(String subject, Schema schema) {
    return schemas.add(SchemaText.of(schema));
  }

  @Override
  public Schema schemaById(int id) {
    Schema schema = schemas.find(id);
    if (schema == null) {
      throw new SchemaRegistryException(UNKNOWN_ID, "no schema has the id " + id);
    }
    return schema;
  }

  @Override
  public void close() {}
}
