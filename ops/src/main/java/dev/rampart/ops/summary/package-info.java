/**
 * What came out of the pipeline, read back from Kafka as a consumer of it would ({@code
 * read_committed}), and summed up: counts, latency, what is missing, and precision and recall where
 * the truth is known. Nothing here asks the pipeline itself.
 */
@NullMarked
package dev.rampart.ops.summary;

import org.jspecify.annotations.NullMarked;
