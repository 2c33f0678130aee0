/** Tests of the reputation lists. */
@NullMarked
package dev.rampart.topology.reputation;

import org.jspecify.annotations.NullMarked;
