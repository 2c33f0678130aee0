/**
 * Event files in, outcome files out: JSON lines, read with bounded memory and with every bad line
 * told apart, so that one of them never stops a replay.
 */
@NullMarked
package dev.rampart.ops.replay;

import org.jspecify.annotations.NullMarked;
