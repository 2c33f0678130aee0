/** Promises of {@code dev.rampart.classifiers.onnx}, kept by tests. */
@NullMarked
package dev.rampart.classifiers.onnx;

import org.jspecify.annotations.NullMarked;
