/**
 * The seam between what a stage keeps in memory and the commits of Kafka Streams: nothing is
 * committed before it was forwarded. Stages that batch (classify, the sightings of enrich) hold one
 * barrier each.
 */
@NullMarked
package dev.rampart.topology.commit;

import org.jspecify.annotations.NullMarked;
