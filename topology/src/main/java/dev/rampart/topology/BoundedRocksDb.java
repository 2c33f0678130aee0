package dev.rampart.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.DataBlockIndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Makes all state stores of the process share one block cache, which their write buffers and
 * indexes are charged to: the memory outside the heap stays under one bound however many partitions
 * the instance owns. The first store that opens fixes the bound.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
  /** Setting: most bytes of all stores together. */
  public static final String MEMORY_BYTES = "rampart.state.memory.bytes";

  private static final double WRITE_BUFFER_SHARE = 0.5;
  private static final long WRITE_BUFFER_BYTES = 16L << 20;
  private static final int BLOOM_BITS_PER_KEY = 10;
  private static final BloomFilter BLOOM = new BloomFilter(BLOOM_BITS_PER_KEY);

  /** Cache and write buffers of the process. Lives as long as the process does. */
  private record SharedMemory(Cache cache, WriteBufferManager writeBuffers) {
    @SuppressWarnings("NonFinalStaticField") // one bound a process, fixed by the first store
    private static @Nullable SharedMemory instance;

    static synchronized SharedMemory of(long bytes) {
      SharedMemory shared = instance;
      if (shared == null) {
        Cache cache = new LRUCache(bytes, -1, false, 0.0);
        shared =
            new SharedMemory(
                cache, new WriteBufferManager((long) (bytes * WRITE_BUFFER_SHARE), cache));
        instance = shared;
      }
      return shared;
    }
  }

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    SharedMemory memory = SharedMemory.of(bytes(configs));
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(memory.cache());
    table.setCacheIndexAndFilterBlocks(true);
    table.setPinTopLevelIndexAndFilter(true);
    table.setFilterPolicy(BLOOM);
    table.setPinL0FilterAndIndexBlocksInCache(true);
    table.setDataBlockIndexType(DataBlockIndexType.kDataBlockBinaryAndHash);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(memory.writeBuffers());
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    options.setCompressionType(CompressionType.LZ4_COMPRESSION);
  }

  private static long bytes(Map<String, Object> configs) {
    if (configs.get(MEMORY_BYTES) instanceof Number bytes) {
      return bytes.longValue();
    }
    throw new IllegalArgumentException(MEMORY_BYTES + " is not set");
  }

  @Override
  public void close(String storeName, Options options) {
    // Cache, write buffers and filter are shared by the process and outlive a store.
  }
}
