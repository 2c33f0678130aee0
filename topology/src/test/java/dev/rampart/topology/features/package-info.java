/** Promises that the feature engine and its catalogue keep. */
@NullMarked
package dev.rampart.topology.features;

import org.jspecify.annotations.NullMarked;
