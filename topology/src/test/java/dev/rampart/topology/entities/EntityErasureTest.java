package dev.rampart.topology.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntityErasureTest {
  private final KeyValueStore<String, byte[]> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("store"), Serdes.String(), Serdes.ByteArray())
          .withLoggingDisabled()
          .build();

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
  void shouldForgetOneAccountAndRememberTheOthers() {
    put("domain:a.example", "ada", "bob");
    put("domain:b.example", "ada");
    EntityErasure erasure = new EntityErasure(store, new Packer());

    erasure.begin(ErasurePage.mark("ada"));
    erasure.turn();

    assertThat(remembered("domain:a.example")).containsExactly("bob");
    assertThat(remembered("domain:b.example")).isEmpty();
    assertThat(store.get(EntityErasure.PREFIX + ErasurePage.mark("ada"))).isNull();
  }

  @Test
  void shouldGoOnAfterARestartInTheMiddle() {
    fill();
    EntityErasure interrupted = new EntityErasure(store, new Packer());
    interrupted.begin(ErasurePage.mark("ada"));
    interrupted.turn();
    assertThat(remembered("guild:000000")).isEmpty();
    assertThat(remembered("guild:%06d".formatted(EntityErasure.SLICE))).containsExactly("ada");

    EntityErasure restarted = new EntityErasure(store, new Packer());
    restarted.turn();
    restarted.turn();

    assertThat(remembered("guild:%06d".formatted(EntityErasure.SLICE))).isEmpty();
    assertThat(store.approximateNumEntries()).isEqualTo(EntityErasure.SLICE + 1L);
  }

  @Test
  void shouldGoThroughEverythingForAnAccountThatCameDuringAPass() {
    fill();
    put("guild:000000", "ada", "bob");
    EntityErasure erasure = new EntityErasure(store, new Packer());
    erasure.begin(ErasurePage.mark("ada"));
    erasure.turn();
    erasure.begin(ErasurePage.mark("bob"));
    for (int turn = 0; turn < 4; turn++) {
      erasure.turn();
    }

    assertThat(remembered("guild:000000")).isEmpty();
    assertThat(store.approximateNumEntries()).isEqualTo(EntityErasure.SLICE + 1L);
  }

  @Test
  void shouldTellErasuresFromSightings() {
    assertThat(ErasurePage.mark(ErasurePage.of("ada"))).contains(ErasurePage.mark("ada"));
    SightingPage page = new SightingPage();
    page.add(Sightings.join("j1", "ada", Sightings.NOON));
    assertThat(ErasurePage.mark(page.take())).isEmpty();
    assertThat(new String(ErasurePage.of("ada"), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("ada");
  }

  /** One record more than a slice, all of which remember one account. */
  private void fill() {
    for (int i = 0; i <= EntityErasure.SLICE; i++) {
      put("guild:%06d".formatted(i), "ada");
    }
  }

  private void put(String key, String... accounts) {
    EntityRecord record = new EntityRecord();
    record.newest = Sightings.NOON;
    for (String account : accounts) {
      record.remember(Remembered.of(Sightings.message("m", account, Sightings.NOON)));
    }
    store.put(key, record.encode(new Packer()));
  }

  private List<String> remembered(String key) {
    return EntityRecord.decode(store.get(key)).remembered.stream()
        .map(Remembered::accountId)
        .toList();
  }
}
