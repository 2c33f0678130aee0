/**
 * First stage: bytes become events. Everything that later stages rely on (readable, keyed by its
 * account, bounded in size, plausible in time) is checked here and nowhere else.
 */
@NullMarked
package dev.rampart.topology.ingest;

import org.jspecify.annotations.NullMarked;
