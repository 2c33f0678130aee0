/** Tests of the backtest arithmetic. */
@NullMarked
package dev.rampart.actions.backtest;

import org.jspecify.annotations.NullMarked;
