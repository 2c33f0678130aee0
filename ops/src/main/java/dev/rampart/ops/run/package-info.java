/** {@code run}: one instance of the pipeline against a Kafka cluster, with its ops service. */
@NullMarked
package dev.rampart.ops.run;

import org.jspecify.annotations.NullMarked;
