/**
 * Everything that reads what others wrote, held against what nobody would write: whatever the
 * bytes, they end in a value or in the one exception that is declared, in bounded time and memory.
 */
@NullMarked
package dev.rampart.ops.hostile;

import org.jspecify.annotations.NullMarked;
