package dev.rampart.ops.policies;

import java.util.Map;

/**
 * What somebody does, as the audit tells it.
 *
 * @param operation {@code policy.publish} for instance
 * @param entity what it is done to, as {@code kind:id}
 * @param details what changes, by name
 */
record Deed(String operation, String entity, Map<String, String> details) {}
