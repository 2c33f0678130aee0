/**
 * How good a model is on labelled messages: ranking and threshold figures for each label, and a
 * page that shows them. A label that a message does not name is unknown there and counts for
 * nothing.
 */
@NullMarked
package dev.rampart.classifiers.evaluation;

import org.jspecify.annotations.NullMarked;
