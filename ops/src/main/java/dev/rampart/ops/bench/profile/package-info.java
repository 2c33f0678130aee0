/** Where the processor time of an event goes, by stage of the pipeline. */
@NullMarked
package dev.rampart.ops.bench.profile;

import org.jspecify.annotations.NullMarked;
