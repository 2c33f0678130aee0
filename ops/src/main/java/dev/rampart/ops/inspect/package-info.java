/**
 * Looks into a running instance without touching it: what is in which store and who owns it, what
 * lags, what is being restored, what the threads do. Reads are answered by the owner of the
 * partition, or labelled as stale, or refused while partitions move; an empty answer means that
 * there is nothing.
 */
@NullMarked
package dev.rampart.ops.inspect;

import org.jspecify.annotations.NullMarked;
