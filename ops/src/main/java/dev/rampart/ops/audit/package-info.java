/**
 * What people and Rampart itself changed or revealed: entries on the topic {@code audit}, chained
 * by hash, written in one transaction with what they tell of. Writers take turns through Kafka's
 * own fencing, so that the chain never forks. The confirmations of erasures are written by the
 * pipeline and stand outside the chain; the next entry of the chain seals them.
 */
@NullMarked
package dev.rampart.ops.audit;

import org.jspecify.annotations.NullMarked;
