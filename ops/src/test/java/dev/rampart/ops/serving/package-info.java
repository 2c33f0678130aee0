/** Promises about which versions of models serve. */
@NullMarked
package dev.rampart.ops.serving;

import org.jspecify.annotations.NullMarked;
