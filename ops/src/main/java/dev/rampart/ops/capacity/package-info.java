/**
 * How large an installation has to be: arithmetic from measured costs, and a simulated day that the
 * answer has to pass, with a raid and the loss of an instance at its peak.
 */
@NullMarked
package dev.rampart.ops.capacity;

import org.jspecify.annotations.NullMarked;
