/**
 * Why something was decided: a decision of the recent past with everything that led to it, each
 * rule with what its parts came to, and what became of its actions. Ids are masked for those who
 * may not see them; the ids of events and actions stay, since one asks by them. The text of a
 * message is never part of an explanation.
 */
@NullMarked
package dev.rampart.ops.explain;

import org.jspecify.annotations.NullMarked;
