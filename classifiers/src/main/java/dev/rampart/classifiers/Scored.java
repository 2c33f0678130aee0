package dev.rampart.classifiers;

/**
 * The scores of one model for one request.
 *
 * @param model which version
 * @param values one for each of the model's labels, in their order: calibrated, 0 to 1. Not copied,
 *     not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // no copy and no box for each message
public record Scored(ServedModel model, float[] values) implements ModelScore {}
