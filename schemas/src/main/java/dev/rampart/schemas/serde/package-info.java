/**
 * The bytes of a Kafka value: the Confluent wire format (a zero byte, a 4-byte big-endian schema
 * id, Avro binary), so that any language's standard client reads Rampart's topics. The package
 * exists to be the one place that trusts no byte: whatever arrives is either a record of the
 * expected type or a {@link dev.rampart.schemas.serde.WireFormatException} that says why it is not.
 */
@NullMarked
package dev.rampart.schemas.serde;

import org.jspecify.annotations.NullMarked;
