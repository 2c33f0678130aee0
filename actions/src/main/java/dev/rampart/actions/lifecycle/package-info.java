/**
 * The life of a policy: which version was in which state at which event time. Every change holds
 * from an event time that is written down with it, so that all instances switch at the same event
 * and a replay decides the same.
 */
@NullMarked
package dev.rampart.actions.lifecycle;

import org.jspecify.annotations.NullMarked;
