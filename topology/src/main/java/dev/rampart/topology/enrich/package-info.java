/** Second stage: the account's one packed record is read, updated with the event, written once. */
@NullMarked
package dev.rampart.topology.enrich;

import org.jspecify.annotations.NullMarked;
