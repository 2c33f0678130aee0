/** Promises of {@code dev.rampart.classifiers.engine}, kept by tests. */
@NullMarked
package dev.rampart.classifiers.engine;

import org.jspecify.annotations.NullMarked;
