/**
 * How long an event waits for its decision: from its append to the moment at which the decision can
 * be read {@code read_committed}, at several loads and commit intervals, in one run.
 */
@NullMarked
package dev.rampart.ops.bench.latency;

import org.jspecify.annotations.NullMarked;
