/** The kinds of input event as the stages of the topology hand them on. */
@NullMarked
package dev.rampart.topology.event;

import org.jspecify.annotations.NullMarked;
