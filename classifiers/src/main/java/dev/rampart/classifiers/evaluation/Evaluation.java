package dev.rampart.classifiers.evaluation;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.manifest.OperatingPoint;
import java.util.List;
import java.util.Map;

/**
 * What came of asking a model about labelled messages.
 *
 * @param model that was asked
 * @param messages how many
 * @param missing messages that got no score
 * @param points the model's thresholds at stated false-positive rates
 * @param labels by name, those of the model that the messages know
 */
public record Evaluation(
    ModelId model,
    int messages,
    int missing,
    List<OperatingPoint> points,
    Map<String, Judged> labels) {}
