/**
 * The arithmetic of trying a policy on the past: deciding logged events again with the ladder and
 * strikes that follow, comparing the outcome with what was done, holding both against labels, and
 * drawing the curve of a threshold. Knows neither where events are logged nor how they are read.
 */
@NullMarked
package dev.rampart.actions.backtest;

import org.jspecify.annotations.NullMarked;
