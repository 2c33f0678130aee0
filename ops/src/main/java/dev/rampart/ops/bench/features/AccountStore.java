package dev.rampart.ops.bench.features;

import dev.rampart.topology.BoundedRocksDb;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/**
 * RocksDB opened with the settings that the pipeline gives its stores, without a write-ahead log as
 * there. Confined to one thread.
 */
final class AccountStore implements AutoCloseable {
  private final Options options;
  private final WriteOptions writes;
  private final RocksDB database;

  private AccountStore(Options options, WriteOptions writes, RocksDB database) {
    this.options = options;
    this.writes = writes;
    this.database = database;
  }

  static AccountStore open(Path folder, long memoryBytes) throws RocksDBException {
    RocksDB.loadLibrary();
    Options options = new Options().setCreateIfMissing(true);
    options.setTableFormatConfig(new BlockBasedTableConfig());
    new BoundedRocksDb()
        .setConfig("bench", options, Map.of(BoundedRocksDb.MEMORY_BYTES, memoryBytes));
    WriteOptions writes = new WriteOptions().setDisableWAL(true);
    return new AccountStore(options, writes, RocksDB.open(options, folder.toString()));
  }

  byte @Nullable [] get(long account) throws RocksDBException {
    return database.get(key(account));
  }

  void put(long account, byte[] record) throws RocksDBException {
    database.put(writes, key(account), record);
  }

  /** Bytes of memory in use for blocks, indexes, filters and write buffers. */
  long memoryBytes() throws RocksDBException {
    return database.getLongProperty("rocksdb.block-cache-usage")
        + database.getLongProperty("rocksdb.cur-size-all-mem-tables");
  }

  /** Bytes of the files. */
  long diskBytes() throws RocksDBException {
    return database.getLongProperty("rocksdb.total-sst-files-size");
  }

  /** Account ids of platforms are long numbers; mixed, so that neighbours do not lie together. */
  private static byte[] key(long account) {
    long mixed = (account + 1) * 0x9E3779B97F4A7C15L;
    return ByteBuffer.allocate(Long.BYTES * 2).putLong(mixed).putLong(account).array();
  }

  @Override
  public void close() {
    database.close();
    writes.close();
    options.close();
  }
}
