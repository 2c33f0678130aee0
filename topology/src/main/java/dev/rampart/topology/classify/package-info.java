/**
 * Third stage: the models' scores. Kafka Streams wants one record in and results out, at once; a
 * device wants batches. The seam between the two is here: {@link
 * dev.rampart.topology.commit.CommitBarrier} and the queue of unfinished records behind it.
 */
@NullMarked
package dev.rampart.topology.classify;

import org.jspecify.annotations.NullMarked;
