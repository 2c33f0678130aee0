/**
 * Last stage: what was done to an account is kept (strikes, cool-downs, recent actions), and what
 * was decided is written down and sent out.
 */
@NullMarked
package dev.rampart.topology.ledger;

import org.jspecify.annotations.NullMarked;
