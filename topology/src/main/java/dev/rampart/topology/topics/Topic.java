package dev.rampart.topology.topics;

import org.apache.avro.specific.SpecificRecord;

/**
 * A Kafka topic and the Avro contract of its values.
 *
 * @param name full name, prefix included
 * @param value generated class of the values
 * @param compacted whether the topic keeps the newest record of every key for ever
 * @param copartitioned whether the topic must have as many partitions as {@code messages}, because
 *     one state store serves them all
 */
public record Topic<V extends SpecificRecord>(
    String name, Class<V> value, boolean compacted, boolean copartitioned) {

  /** Subject under which the schema of the values is registered. */
  public String schemaSubject() {
    return name + "-value";
  }
}
