/**
 * The commands about features: what the catalogue declares, how the values of one event came about,
 * and whether the values that were served can be worked out again from the input. They exist so
 * that a feature is never a number of unknown origin.
 */
@NullMarked
package dev.rampart.ops.features;

import org.jspecify.annotations.NullMarked;
