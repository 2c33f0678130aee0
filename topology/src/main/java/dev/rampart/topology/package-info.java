/**
 * The Kafka Streams topology: {@link dev.rampart.topology.RampartTopology} shows the whole flow
 * from top to bottom, {@link dev.rampart.topology.Pipeline} runs it.
 */
@NullMarked
package dev.rampart.topology;

import org.jspecify.annotations.NullMarked;
