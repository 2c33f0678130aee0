/** Tests of the global table. */
@NullMarked
package dev.rampart.topology.control;

import org.jspecify.annotations.NullMarked;
