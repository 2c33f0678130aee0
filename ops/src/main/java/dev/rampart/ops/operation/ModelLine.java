package dev.rampart.ops.operation;

import dev.rampart.classifiers.ModelRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model as it is served.
 *
 * @param share of the accounts that it decides for, 0 to 1; of a shadow, that it is asked about
 * @param device where it is to run, {@code cpu} for instance
 * @param batches runs since the start
 * @param meanBatch messages in a run, on average
 * @param p99Ms time of a run on the device that 99 % stay under, in ms; null before the first run
 * @param failures runs that failed since the start
 * @param circuit {@code CLOSED}, or {@code OPEN} while it is not asked because it fails
 * @param refused why this instance serves these versions and not those that it is told to; null
 *     where it serves those
 */
public record ModelLine(
    String name,
    String version,
    ModelRole role,
    double share,
    String answersFor,
    String device,
    List<String> labels,
    long queueDepth,
    long batches,
    double meanBatch,
    @Nullable Double p99Ms,
    long failures,
    String circuit,
    @Nullable String refused) {
  public ModelLine {
    labels = List.copyOf(labels);
  }
}
