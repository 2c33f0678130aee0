package dev.rampart.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The time of a Kafka record. The Java client refuses to write a time before 1970, the broker does
 * not: a client of another make can, and by Kafka's default the instance would stop at such a
 * record. It gets the time of the records before it instead. Any thread.
 */
public final class RecordTime implements TimestampExtractor {
  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    return record.timestamp() >= 0 ? record.timestamp() : Math.max(0, partitionTime);
  }
}
