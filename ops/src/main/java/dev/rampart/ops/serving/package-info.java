/**
 * Which version of a model serves in which role. The topic {@code control} says it, one fact for
 * each model that was changed, and every instance follows without a restart. What cannot be loaded
 * on an instance is told, and what served before goes on.
 */
@NullMarked
package dev.rampart.ops.serving;

import org.jspecify.annotations.NullMarked;
