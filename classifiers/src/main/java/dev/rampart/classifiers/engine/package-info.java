/**
 * The batching engine. One lane for each kind of input holds the waiting requests of all threads; a
 * worker that is free takes what waits, up to a batch, encodes each request once and runs every
 * model that asks for it. Nothing waits for a timer.
 */
@NullMarked
package dev.rampart.classifiers.engine;

import org.jspecify.annotations.NullMarked;
