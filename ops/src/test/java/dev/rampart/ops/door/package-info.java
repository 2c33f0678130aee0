/** Tests of the synchronous door. */
@NullMarked
package dev.rampart.ops.door;

import org.jspecify.annotations.NullMarked;
