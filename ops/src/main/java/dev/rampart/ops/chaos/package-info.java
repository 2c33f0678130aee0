/**
 * Proof by force: instances as processes, killed and restarted at random while they work, and a
 * check of what came out against what went in.
 */
@NullMarked
package dev.rampart.ops.chaos;

import org.jspecify.annotations.NullMarked;
