package dev.rampart.ops.inspect;

/**
 * How far a partition of an input is processed by the whole group.
 *
 * @param committed offset up to which it is processed
 * @param end offset of the next record that can be read
 * @param lag offsets between them, marks of commits included
 */
public record PartitionLag(
    String topic, int partition, long committed, long end, long lag, LagBehaviour behaviour) {}
