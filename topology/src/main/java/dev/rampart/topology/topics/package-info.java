/** Names of the topics, stores and nodes: what outsiders rely on, in one place. */
@NullMarked
package dev.rampart.topology.topics;

import org.jspecify.annotations.NullMarked;
