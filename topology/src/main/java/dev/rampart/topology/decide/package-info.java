/**
 * Fourth stage: the policies in force at the event's own time turn scores and features into
 * intents.
 */
@NullMarked
package dev.rampart.topology.decide;

import org.jspecify.annotations.NullMarked;
