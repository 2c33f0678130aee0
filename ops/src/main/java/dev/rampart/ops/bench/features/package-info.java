/**
 * What features cost: processor time an event in memory, bytes of state a user, and what many known
 * users do to memory and throughput of the state store.
 */
@NullMarked
package dev.rampart.ops.bench.features;

import org.jspecify.annotations.NullMarked;
