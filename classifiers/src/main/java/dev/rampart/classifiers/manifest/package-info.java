/**
 * What {@code model.yaml} says about a model: what it reads, its labels, limits, thresholds,
 * checksums and golden texts. Reading it finds every problem at once.
 */
@NullMarked
package dev.rampart.classifiers.manifest;

import org.jspecify.annotations.NullMarked;
