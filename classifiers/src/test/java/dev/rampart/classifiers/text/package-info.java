/** Promises of {@code dev.rampart.classifiers.text}, kept by tests. */
@NullMarked
package dev.rampart.classifiers.text;

import org.jspecify.annotations.NullMarked;
