/**
 * The reputation lists on the topic {@code lists}, as people change them: an entry is put on a list
 * or withdrawn from it at a moment of event time, with an entry of the audit in the same
 * transaction, and every instance takes it without a restart.
 */
@NullMarked
package dev.rampart.ops.lists;

import org.jspecify.annotations.NullMarked;
