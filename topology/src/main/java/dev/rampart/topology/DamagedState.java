package dev.rampart.topology;

import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/**
 * Tells failures that come from damaged files of a state store. Opening the same files again shows
 * the same damage, but nothing is lost: the changelogs have all that was committed.
 */
final class DamagedState {
  private DamagedState() {}

  /** Whether RocksDB found bytes that it did not write. */
  static boolean isShownBy(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof RocksDBException found && isDamage(found.getStatus())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDamage(@Nullable Status status) {
    return status != null && status.getCode() == Status.Code.Corruption;
  }
}
