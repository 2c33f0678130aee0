package dev.rampart.ops.feed;

/**
 * A decision in the window.
 *
 * @param sequence its number in the order in which decisions came, from 0
 * @param value as it lies on the topic; not to be changed
 * @param before sequence of the decision before it about the same account; -1 where none is known
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record KeptDecision(long sequence, DecisionHead head, byte[] value, long before) {}
