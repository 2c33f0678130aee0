/**
 * Behaviour features of one entity, declared as data and kept in one packed record: the catalogue
 * file says what is counted over which window, {@link FeatureEngine} reads the record, adds an
 * event, serves every value and writes the record back. It exists so that an event costs one store
 * read and one write however many features there are, and so that a feature is a few lines of data
 * that an analyst can read. Nothing here knows Kafka Streams.
 */
@NullMarked
package dev.rampart.topology.features;

import org.jspecify.annotations.NullMarked;
