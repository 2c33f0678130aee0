/**
 * From one build to the next without losing state: what an instance holds its stores against before
 * it starts, and the rehearsal of a rolling upgrade under load.
 */
@NullMarked
package dev.rampart.ops.upgrade;

import org.jspecify.annotations.NullMarked;
