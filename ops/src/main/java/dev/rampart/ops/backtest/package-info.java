/**
 * Trying policies on the past: {@code policies backtest} decides the log again under a draft,
 * {@code policies sweep} draws the curve of a threshold.
 */
@NullMarked
package dev.rampart.ops.backtest;

import org.jspecify.annotations.NullMarked;
