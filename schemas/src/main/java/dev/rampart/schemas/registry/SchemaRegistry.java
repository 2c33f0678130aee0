package dev.rampart.schemas.registry;

import org.apache.avro.Schema;

/**
 * Gives a schema an id, and the schema back for an id. An id, once given, means the same schema for
 * ever.
 *
 * <p>Threading: all methods may be called from any thread; a call may block on the network for the
 * time-outs of the implementation. Answers are cached, so that a known schema or id costs a map
 * look-up.
 *
 * <p>Errors: every method throws {@link SchemaRegistryException}, whose reason says whether the id
 * is unknown (the record that carries it is bad), or the registry refused or could not be reached
 * (the record may be good).
 */
public interface SchemaRegistry extends AutoCloseable {

  /**
   * Registers {@code schema} under {@code subject}, if it is not there yet.
   *
   * @param subject what the schema is used for: {@code <topic>-value} by convention
   * @return the id of the schema, positive; the same for every call with an equal schema
   */
  int register(String subject, Schema schema);

  /**
   * The schema that was registered with {@code id}.
   *
   * @throws SchemaRegistryException with reason {@code UNKNOWN_ID} where there is none
   */
  Schema schemaById(int id);

  /** Releases connections. The registry must not be used afterwards. Closing twice does nothing. */
  @Override
  void close();
}
