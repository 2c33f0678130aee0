/**
 * The topics that Rampart needs on a cluster: their plan, creating what is missing, and checking
 * what is there, since a wrong partition count or a missing compaction shows only much later.
 */
@NullMarked
package dev.rampart.ops.topics;

import org.jspecify.annotations.NullMarked;
