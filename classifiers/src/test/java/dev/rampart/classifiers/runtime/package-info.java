/** Promises of {@code dev.rampart.classifiers.runtime}, kept by tests. */
@NullMarked
package dev.rampart.classifiers.runtime;

import org.jspecify.annotations.NullMarked;
