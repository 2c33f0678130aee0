package dev.rampart.ops.inspect;

/**
 * A key of a store.
 *
 * @param bytes size of its record
 * @param summary what the record holds, in a few words
 */
public record KeyEntry(String key, int bytes, String summary) {}
