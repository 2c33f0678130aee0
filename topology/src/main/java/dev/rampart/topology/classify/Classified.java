package dev.rampart.topology.classify;

import dev.rampart.classifiers.ModelScore;
import dev.rampart.topology.enrich.Enriched;
import java.util.List;

/**
 * An enriched event and what the models said.
 *
 * @param enriched event and features
 * @param scores one entry a model that was asked; empty when there was nothing to score
 */
public record Classified(Enriched enriched, List<ModelScore> scores) {}
