/**
 * What one hostile account costs everybody else: the latency of other accounts beside floods,
 * records of megabytes and texts made to be expensive, and the memory that many accounts take.
 */
@NullMarked
package dev.rampart.ops.bench.hostile;

import org.jspecify.annotations.NullMarked;
