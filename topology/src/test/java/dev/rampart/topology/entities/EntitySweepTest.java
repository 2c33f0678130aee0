package dev.rampart.topology.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntitySweepTest {
  private static final long KEPT = 1_000;

  private final KeyValueStore<String, byte[]> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("store"), Serdes.String(), Serdes.ByteArray())
          .withLoggingDisabled()
          .build();
  private final EntitySweep sweep = new EntitySweep(store, key -> KEPT);
  private final List<String> removed = new ArrayList<>();

  @BeforeEach
  void open() {
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>(new Properties());
    store.init(context.getStateStoreContext(), store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void shouldRemoveWhatHadNoEventForAsLongAsItIsKept() {
    put("guild:old", 1_000);
    put("guild:new", 3_000);

    sweep.sweep(3_500, (key, stored) -> removed.add(key));

    assertThat(removed).containsExactly("guild:old");
    assertThat(store.get("guild:old")).isNull();
    assertThat(store.get("guild:new")).isNotNull();
  }

  @Test
  void shouldGoThroughAllRecordsInSlices() {
    int records = 3 * EntitySweep.SHORTEST;
    for (int i = 0; i < records; i++) {
      put("guild:%06d".formatted(i), 1_000);
    }

    sweep.sweep(9_000, (key, stored) -> removed.add(key));
    assertThat(removed).hasSize(EntitySweep.SHORTEST);
    sweep.sweep(9_000, (key, stored) -> removed.add(key));
    sweep.sweep(9_000, (key, stored) -> removed.add(key));

    assertThat(removed).hasSize(records).doesNotHaveDuplicates();
  }

  @Test
  void shouldKeepPaceWithWhatComesIn() {
    int records = 3 * EntitySweep.SHORTEST;
    for (int i = 0; i < records; i++) {
      put("guild:%06d".formatted(i), 1_000);
      sweep.added();
    }

    sweep.sweep(9_000, (key, stored) -> removed.add(key));

    assertThat(removed).hasSize(records);
  }

  private void put(String key, long newest) {
    EntityRecord record = new EntityRecord();
    record.newest = newest;
    store.put(key, record.encode(new Packer()));
  }
}
