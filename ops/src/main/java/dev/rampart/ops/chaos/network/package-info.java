/**
 * A network that can be hurt: every connection between an instance and a broker leads through this
 * process, which passes its bytes on, holds them, or passes them on late.
 */
@NullMarked
package dev.rampart.ops.chaos.network;

import org.jspecify.annotations.NullMarked;
