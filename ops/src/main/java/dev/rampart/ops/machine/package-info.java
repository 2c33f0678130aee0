/** What a figure was measured on. */
@NullMarked
package dev.rampart.ops.machine;

import org.jspecify.annotations.NullMarked;
