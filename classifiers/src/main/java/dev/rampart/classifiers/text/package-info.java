/**
 * From a message to the numbers that a model reads. Folding undoes the tricks that hide a word
 * (look-alike letters, digits for letters, spacing, invisible characters), and the n-grams of what
 * is left are hashed to row numbers. Plain Java, bounded, and without garbage for each message,
 * because every message of the platform comes through here.
 */
@NullMarked
package dev.rampart.classifiers.text;

import org.jspecify.annotations.NullMarked;
