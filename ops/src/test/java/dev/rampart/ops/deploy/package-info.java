/** What lies under {@code ops/deploy}, held against the program that it runs. */
@NullMarked
package dev.rampart.ops.deploy;

import org.jspecify.annotations.NullMarked;
