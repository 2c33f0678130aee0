/** Promises of {@code dev.rampart.classifiers.training}, kept by tests. */
@NullMarked
package dev.rampart.classifiers.training;

import org.jspecify.annotations.NullMarked;
