/**
 * {@code demo}: the whole pipeline on an embedded broker, fed by a community whose abuse is known.
 */
@NullMarked
package dev.rampart.ops.demo;

import org.jspecify.annotations.NullMarked;
