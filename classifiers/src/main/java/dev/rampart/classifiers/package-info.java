/**
 * What a stream thread sees of the classifiers: hand in a {@link
 * dev.rampart.classifiers.ScoringRequest}, get a {@link dev.rampart.classifiers.ScoringTicket},
 * collect one {@link dev.rampart.classifiers.ModelScore} for each model that was asked. How batches
 * form, where they run and what is loaded is behind {@link dev.rampart.classifiers.Scorer}; nothing
 * here knows Kafka.
 */
@NullMarked
package dev.rampart.classifiers;

import org.jspecify.annotations.NullMarked;
