package dev.rampart.ops.operation;

/** What an instance is doing; after a rehearsal, what it would be doing. */
public record InstanceState(String state) {}
