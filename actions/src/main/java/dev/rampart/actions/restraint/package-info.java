/**
 * What keeps policies from acting although they are live: kill switches, snoozes, spent budgets.
 * They change what is done, never what is recorded: every match stays in the decision.
 */
@NullMarked
package dev.rampart.actions.restraint;

import org.jspecify.annotations.NullMarked;
