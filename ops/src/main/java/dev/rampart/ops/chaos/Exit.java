package dev.rampart.ops.chaos;

/**
 * An instance that ended by itself and was started again.
 *
 * @param instance name of it
 * @param status exit status of its process
 * @param during fault that struck last
 * @param allowed whether that fault may make an instance end
 */
record Exit(String instance, int status, String during, boolean allowed) {}
