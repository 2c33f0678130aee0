/** Promises about what is read out of message text. */
@NullMarked
package dev.rampart.topology.text;

import org.jspecify.annotations.NullMarked;
