/** Tests of what is kept of entities other than accounts. */
@NullMarked
package dev.rampart.topology.entities;

import org.jspecify.annotations.NullMarked;
