/**
 * The threshold studio: questions of analysts about the past, answered from the decision log while
 * its writer goes on. One question is worked on at a time, on a thread of its own, so that no
 * request thread and no stream thread waits for it.
 */
@NullMarked
package dev.rampart.ops.studio;

import org.jspecify.annotations.NullMarked;
