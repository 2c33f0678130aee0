/**
 * Facts that every instance must know, from the compacted topic {@code control}: each instance
 * reads all of it into memory, and whoever is interested in a kind of fact is told of its changes.
 */
@NullMarked
package dev.rampart.topology.control;

import org.jspecify.annotations.NullMarked;
