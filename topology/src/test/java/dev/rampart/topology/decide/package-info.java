/** Promises about what policies are given. */
@NullMarked
package dev.rampart.topology.decide;

import org.jspecify.annotations.NullMarked;
