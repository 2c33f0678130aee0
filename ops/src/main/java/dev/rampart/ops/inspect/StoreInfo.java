package dev.rampart.ops.inspect;

import dev.rampart.topology.RestoreProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A store as this instance holds it.
 *
 * @param kind {@code PARTITIONED} or {@code GLOBAL}
 * @param entriesEstimate records here, roughly; null while the store cannot be read
 * @param partitions whose active copy is here
 * @param restore how far it is restored; null while nothing is
 * @param standbyLag records by which the standby copies here are behind; null where there is none
 */
public record StoreInfo(
    String name,
    StoreKind kind,
    @Nullable Long entriesEstimate,
    List<Integer> partitions,
    RestoreProgress.@Nullable Progress restore,
    @Nullable Long standbyLag) {
  public StoreInfo {
    partitions = List.copyOf(partitions);
  }
}
