/** How long an instance takes to have its state back when all it has is the changelogs. */
@NullMarked
package dev.rampart.ops.bench.recovery;

import org.jspecify.annotations.NullMarked;
