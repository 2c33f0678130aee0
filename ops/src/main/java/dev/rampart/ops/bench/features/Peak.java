package dev.rampart.ops.bench.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.rocksdb.RocksDBException;

/** The most memory that was seen. */
final class Peak {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";

  private long store;
  private long resident;

  /** Looks at the store and at the process now. */
  void look(AccountStore accounts) throws RocksDBException, IOException {
    store = Math.max(store, accounts.memoryBytes());
    resident = Math.max(resident, residentNow());
  }

  long storeBytes() {
    return store;
  }

  /** 0 where the system does not tell. */
  long residentBytes() {
    return resident;
  }

  private static long residentNow() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
          .findFirst()
          .orElse(0);
    }
  }
}
