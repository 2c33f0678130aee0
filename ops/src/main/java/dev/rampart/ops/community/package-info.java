/**
 * A believable community on a chat platform, made up from a seed: regular talk, new members,
 * arguments, and planted abuse whose truth is known beside the stream and never in it. It feeds the
 * demo, the benchmark and the tests, and makes precision and recall measurable without any
 * outsider's data.
 */
@NullMarked
package dev.rampart.ops.community;

import org.jspecify.annotations.NullMarked;
