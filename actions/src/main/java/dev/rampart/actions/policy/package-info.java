/**
 * Policies in force, and what they say of an event: which rules match, and which actions they ask
 * for. What really becomes of an action is for the ledger to decide, which knows the account.
 */
@NullMarked
package dev.rampart.actions.policy;

import org.jspecify.annotations.NullMarked;
