package dev.rampart.topology.event;

import org.jspecify.annotations.Nullable;

/**
 * Where an event was read, and the bytes that were read there.
 *
 * @param topic Kafka topic
 * @param partition partition, from 0
 * @param offset offset within the partition, from 0
 * @param timestamp time of the Kafka record, in milliseconds since the epoch
 * @param key bytes of the key, null when there is none
 * @param value bytes of the value, null when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; copying would cost on the hot path
public record Origin(
    String topic,
    int partition,
    long offset,
    long timestamp,
    byte @Nullable [] key,
    byte @Nullable [] value) {}
