package dev.rampart.ops.chaos;

import java.util.List;
import java.util.Map;

/**
 * What the process of an instance is started in.
 *
 * @param prefix what its command line begins with
 * @param environment what is added to its environment
 */
record Surroundings(List<String> prefix, Map<String, String> environment) {}
