/**
 * The performance table of the classifiers: bare loops around ONNX Runtime beside the engine, on
 * the same models and texts, in one run. Processor time is shown beside wall time, because on a
 * machine that others use only the former says something about the program.
 */
@NullMarked
package dev.rampart.ops.bench.classifiers;

import org.jspecify.annotations.NullMarked;
