package dev.rampart.ops.bench.features;

import dev.rampart.ops.machine.Memory;
import java.io.IOException;
import org.rocksdb.RocksDBException;

/** The most memory that was seen. */
final class Peak {
  private long store;
  private long resident;

  /** Looks at the store and at the process now. */
  void look(AccountStore accounts) throws RocksDBException, IOException {
    store = Math.max(store, accounts.memoryBytes());
    resident = Math.max(resident, Memory.resident());
  }

  long storeBytes() {
    return store;
  }

  /** 0 where the system does not tell. */
  long residentBytes() {
    return resident;
  }
}
