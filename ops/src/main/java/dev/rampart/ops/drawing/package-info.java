/**
 * {@code topology}: shows what runs, as a text and as a drawing, made from the topology itself so
 * that neither can be out of date.
 */
@NullMarked
package dev.rampart.ops.drawing;

import org.jspecify.annotations.NullMarked;
