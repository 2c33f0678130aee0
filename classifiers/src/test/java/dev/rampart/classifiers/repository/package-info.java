/** Promises of {@code dev.rampart.classifiers.repository}, kept by tests. */
@NullMarked
package dev.rampart.classifiers.repository;

import org.jspecify.annotations.NullMarked;
