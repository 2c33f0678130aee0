/** What rules and feature filters may ask of an event, whatever record it came in. */
@NullMarked
package dev.rampart.actions.event;

import org.jspecify.annotations.NullMarked;
