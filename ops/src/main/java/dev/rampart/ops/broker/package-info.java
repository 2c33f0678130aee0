/**
 * Kafka without an installation: a real broker from its Maven artifacts, in this process for the
 * demo and replays, or in a child process where faults are injected. Loopback only, data in a
 * folder of its own.
 */
@NullMarked
package dev.rampart.ops.broker;

import org.jspecify.annotations.NullMarked;
