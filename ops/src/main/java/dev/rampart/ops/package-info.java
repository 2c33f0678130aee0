/**
 * The program: its commands, the ops service, the embedded broker and the measurements. It wires
 * the modules below it together and holds no decision logic of its own.
 */
@NullMarked
package dev.rampart.ops;

import org.jspecify.annotations.NullMarked;
