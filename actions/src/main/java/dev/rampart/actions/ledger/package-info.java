/**
 * What was done to an account, and what follows from it: the ledger turns the actions that policies
 * ask for into the actions that are taken, adds strikes, climbs the escalation ladder, spares the
 * account during a cool-down, and takes back what a reviewer overturned.
 */
@NullMarked
package dev.rampart.actions.ledger;

import org.jspecify.annotations.NullMarked;
