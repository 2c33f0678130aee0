/**
 * The way out for what cannot be processed: original bytes, and in headers where, why and what to
 * do. Nothing that was read may vanish, so every stage that can refuse a record ends here.
 */
@NullMarked
package dev.rampart.topology.deadletters;

import org.jspecify.annotations.NullMarked;
