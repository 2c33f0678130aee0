/** Promises of {@code dev.rampart.classifiers}, kept by tests. */
@NullMarked
package dev.rampart.classifiers;

import org.jspecify.annotations.NullMarked;
