/**
 * Holds what a pipeline committed against what a single thread makes of the same input: features
 * and ledgers are worked out again, event by event, and every subject's history is summed up.
 */
@NullMarked
package dev.rampart.ops.chaos.proof;

import org.jspecify.annotations.NullMarked;
