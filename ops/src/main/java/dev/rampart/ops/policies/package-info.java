/** {@code policies}: the life of a policy from the command line. */
@NullMarked
package dev.rampart.ops.policies;

import org.jspecify.annotations.NullMarked;
