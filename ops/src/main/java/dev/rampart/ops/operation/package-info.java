/**
 * What an operator sees and changes without a restart. Whether an instance processes and how much
 * it logs is of that instance alone and forgotten with it; which versions of models serve is of all
 * of them and stays. What is changed here is audited first, or in the same transaction.
 */
@NullMarked
package dev.rampart.ops.operation;

import org.jspecify.annotations.NullMarked;
