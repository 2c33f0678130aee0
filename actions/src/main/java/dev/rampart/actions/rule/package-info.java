/**
 * The rule language: CEL over {@code event.}, {@code features.}, {@code scores.}, {@code
 * threshold.} and {@code account.}, all statically typed. A rule becomes a tree of conditions; what
 * Java can test by itself (comparisons with a number, equality of text) never enters the CEL
 * interpreter, and the tree gives the answer that CEL alone would give.
 */
@NullMarked
package dev.rampart.actions.rule;

import org.jspecify.annotations.NullMarked;
