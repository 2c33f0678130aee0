/**
 * Where schema ids come from. A record on a Kafka topic carries only the id of the schema that it
 * was written with; a {@link dev.rampart.schemas.registry.SchemaRegistry} turns a schema into an id
 * and an id back into the schema. The package exists so that nothing else has to know whether ids
 * live in a Kafka topic, in a registry server or in memory.
 */
@NullMarked
package dev.rampart.schemas.registry;

import org.jspecify.annotations.NullMarked;
