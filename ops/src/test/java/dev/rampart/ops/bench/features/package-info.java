/** Measures the enrich stage in memory, with JMH. */
@NullMarked
package dev.rampart.ops.bench.features;

import org.jspecify.annotations.NullMarked;
