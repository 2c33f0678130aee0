/** Tests of the threshold studio. */
@NullMarked
package dev.rampart.ops.studio;

import org.jspecify.annotations.NullMarked;
