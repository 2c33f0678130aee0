package dev.rampart.ops.bench.features;

import dev.rampart.topology.BoundedRocksDb;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompactionStyle;
import org.rocksdb.EnvOptions;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;
import org.rocksdb.WriteOptions;

/**
 * RocksDB opened with the settings that Kafka Streams and the pipeline give their stores, without a
 * write-ahead log as there. Confined to one thread.
 */
final class AccountStore implements AutoCloseable {
  /** Records of one file that known accounts are loaded from. */
  private static final int LOADED_AT_ONCE = 1_000_000;

  /** As Kafka Streams sets it. */
  private static final int MOST_WRITE_BUFFERS = 3;

  private final Path folder;
  private final Options options;
  private final WriteOptions writes;
  private final RocksDB database;

  private AccountStore(Path folder, Options options, WriteOptions writes, RocksDB database) {
    this.folder = folder;
    this.options = options;
    this.writes = writes;
    this.database = database;
  }

  static AccountStore open(Path folder, long memoryBytes) throws RocksDBException {
    RocksDB.loadLibrary();
    Options options =
        new Options()
            .setCreateIfMissing(true)
            .setCompactionStyle(CompactionStyle.UNIVERSAL)
            .setMaxWriteBufferNumber(MOST_WRITE_BUFFERS)
            .setOptimizeFiltersForHits(true)
            .setIncreaseParallelism(Math.max(Runtime.getRuntime().availableProcessors(), 2));
    options.setTableFormatConfig(new BlockBasedTableConfig());
    new BoundedRocksDb()
        .setConfig("bench", options, Map.of(BoundedRocksDb.MEMORY_BYTES, memoryBytes));
    WriteOptions writes = new WriteOptions().setDisableWAL(true);
    RocksDB database = RocksDB.open(options, folder.resolve("accounts").toString());
    return new AccountStore(folder, options, writes, database);
  }

  /**
   * Loads the accounts from 0 on, as they lie in a store that has long been compacted.
   *
   * @param records their records, in turn
   */
  void load(int accounts, List<byte[]> records) throws RocksDBException {
    long[] sorted = LongStream.range(0, accounts).map(AccountStore::mixed).toArray();
    sortUnsigned(sorted);
    for (int from = 0; from < accounts; from += LOADED_AT_ONCE) {
      loadFile(sorted, from, Math.min(accounts, from + LOADED_AT_ONCE), records);
    }
  }

  private void loadFile(long[] keys, int from, int to, List<byte[]> records)
      throws RocksDBException {
    String file = folder.resolve("load-" + from + ".sst").toString();
    try (EnvOptions environment = new EnvOptions();
        SstFileWriter writer = new SstFileWriter(environment, options);
        IngestExternalFileOptions ingest = new IngestExternalFileOptions()) {
      writer.open(file);
      for (int i = from; i < to; i++) {
        writer.put(bytes(keys[i]), records.get(i % records.size()));
      }
      writer.finish();
      ingest.setMoveFiles(true);
      database.ingestExternalFile(List.of(file), ingest);
    }
  }

  private static void sortUnsigned(long[] numbers) {
    flip(numbers);
    Arrays.sort(numbers);
    flip(numbers);
  }

  private static void flip(long[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] ^= Long.MIN_VALUE;
    }
  }

  byte @Nullable [] get(long account) throws RocksDBException {
    return database.get(bytes(mixed(account)));
  }

  void put(long account, byte[] record) throws RocksDBException {
    database.put(writes, bytes(mixed(account)), record);
  }

  /**
   * Bytes of memory in use for blocks, indexes, filters and write buffers: the cache is charged
   * with the write buffers, so they are among what it says.
   */
  long memoryBytes() throws RocksDBException {
    return database.getLongProperty("rocksdb.block-cache-usage");
  }

  /** Bytes of the files. */
  long diskBytes() throws RocksDBException {
    return database.getLongProperty("rocksdb.total-sst-files-size");
  }

  /** Account ids of platforms are long numbers; mixed, so that neighbours do not lie together. */
  private static long mixed(long account) {
    return (account + 1) * 0x9E3779B97F4A7C15L;
  }

  private static byte[] bytes(long key) {
    return ByteBuffer.allocate(Long.BYTES).putLong(key).array();
  }

  @Override
  public void close() {
    database.close();
    writes.close();
    options.close();
  }
}
