/**
 * Makes the shipped models: reads labelled public sets, mixes them, trains linear models over
 * hashed n-grams, calibrates, picks thresholds at stated false-positive rates and writes model
 * folders. The same seed and data give the same bytes.
 */
@NullMarked
package dev.rampart.classifiers.training;

import org.jspecify.annotations.NullMarked;
