/**
 * Arithmetic of guardrails: budgets of actions in windows of event time, and rates of actions that
 * differ from what they used to be.
 */
@NullMarked
package dev.rampart.actions.guard;

import org.jspecify.annotations.NullMarked;
