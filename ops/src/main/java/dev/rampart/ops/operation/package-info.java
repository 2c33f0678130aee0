/**
 * What an operator sees and changes on one running instance without restarting it: whether it
 * processes, how much it logs, which models it serves. What is changed here is audited first, is of
 * this instance alone and is forgotten with it.
 */
@NullMarked
package dev.rampart.ops.operation;

import org.jspecify.annotations.NullMarked;
