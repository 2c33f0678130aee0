/**
 * The synchronous door beside the topics: an event that comes over HTTP is held against the same
 * limits, written to the same topic, decided by the same pipeline, and answered when its decision
 * is committed. So both doors decide alike.
 */
@NullMarked
package dev.rampart.ops.door;

import org.jspecify.annotations.NullMarked;
