/** How processors keep what they know of an account: a state store, and the records used last. */
@NullMarked
package dev.rampart.topology.state;

import org.jspecify.annotations.NullMarked;
