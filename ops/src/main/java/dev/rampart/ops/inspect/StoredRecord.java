package dev.rampart.ops.inspect;

import org.jspecify.annotations.Nullable;

/**
 * The record of a key.
 *
 * @param partition of the store; -1 of a global store
 * @param instance that answered, {@code HOST:PORT} of its service
 * @param stalenessMs how old the answer may be: 0 of an active copy; of a standby the time since it
 *     was last seen level with the active copy, null where it never was
 * @param stalenessRecords records by which the copy was behind; 0 of an active copy
 * @param value decoded; its form depends on the store
 */
public record StoredRecord(
    String store,
    String key,
    int partition,
    String instance,
    CopyRole role,
    @Nullable Long stalenessMs,
    long stalenessRecords,
    Object value) {}
