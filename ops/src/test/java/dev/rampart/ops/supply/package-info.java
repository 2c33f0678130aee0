/** What the program is delivered with beside its own code, and under which licences. */
@NullMarked
package dev.rampart.ops.supply;

import org.jspecify.annotations.NullMarked;
