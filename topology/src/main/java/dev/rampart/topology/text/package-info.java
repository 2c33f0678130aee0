/**
 * What is read out of message text before any model sees it: links, and the folded form by which
 * near-equal texts are told. Texts are hostile, so every reader is linear in the text's length and
 * bounded in what it keeps.
 */
@NullMarked
package dev.rampart.topology.text;

import org.jspecify.annotations.NullMarked;
