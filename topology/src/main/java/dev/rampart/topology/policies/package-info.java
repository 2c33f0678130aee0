/**
 * Policies as records: the {@code policies} topic as a table that every instance reads whole before
 * it decides anything, and goes on reading while it runs.
 */
@NullMarked
package dev.rampart.topology.policies;

import org.jspecify.annotations.NullMarked;
