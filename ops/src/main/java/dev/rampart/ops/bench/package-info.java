/**
 * The performance table: every figure beside the side that it is compared with, from the same run,
 * on the same broker and the same bytes.
 */
@NullMarked
package dev.rampart.ops.bench;

import org.jspecify.annotations.NullMarked;
