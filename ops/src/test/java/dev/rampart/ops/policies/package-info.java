/** Promises of the life of a policy. */
@NullMarked
package dev.rampart.ops.policies;

import org.jspecify.annotations.NullMarked;
