/** A worked consumer, and what the check says of good and bad ones. */
@NullMarked
package dev.rampart.ops.consumer;

import org.jspecify.annotations.NullMarked;
