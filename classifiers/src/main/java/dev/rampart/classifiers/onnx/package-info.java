/**
 * Writes ONNX graphs. The few messages of the format that our graphs need are written field by
 * field, so that the program carries neither the generated classes of the format nor a version of
 * the protobuf runtime that they would dictate.
 */
@NullMarked
package dev.rampart.classifiers.onnx;

import org.jspecify.annotations.NullMarked;
