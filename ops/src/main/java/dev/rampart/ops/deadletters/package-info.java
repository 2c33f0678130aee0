/**
 * What could not be processed, and its way back: dead letters grouped by what went wrong, shown as
 * they were, and sent again unchanged, each once. A redrive writes the original record and a mark
 * beside the dead letter in one transaction, so that no letter is sent twice, whoever asks and
 * whatever is killed.
 */
@NullMarked
package dev.rampart.ops.deadletters;

import org.jspecify.annotations.NullMarked;
