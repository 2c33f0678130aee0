/** Promises of {@code dev.rampart.classifiers.evaluation}, kept by tests. */
@NullMarked
package dev.rampart.classifiers.evaluation;

import org.jspecify.annotations.NullMarked;
