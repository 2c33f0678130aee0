package dev.rampart.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class AccountRecordsTest {
  @Property(tries = 50)
  void shouldAnswerAsTheStoreDoesWhateverWasRemembered(
      @ForAll List<@IntRange(max = 20_000) Integer> accounts) {
    KeyValueStore<String, byte[]> store = open();
    AccountRecords records = new AccountRecords(store);
    Map<String, byte[]> kept = new HashMap<>();
    for (int number : accounts) {
      String account = "account-" + number;
      assertThat(records.get(account)).isEqualTo(kept.get(account));
      if (number % 3 == 0) {
        records.delete(account);
        kept.remove(account);
      } else {
        byte[] record = new byte[number % 2 == 0 ? number : 8];
        records.put(account, record);
        kept.put(account, record);
      }
      assertThat(records.get(account)).isEqualTo(kept.get(account));
      assertThat(store.get(account)).isEqualTo(kept.get(account));
    }
  }

  @Test
  void shouldNotMixUpAccountsThatShareAPlace() {
    AccountRecords records = new AccountRecords(open());
    List<String> accounts = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      accounts.add("a" + i);
      records.put("a" + i, new byte[] {(byte) i});
    }

    for (int i = 0; i < accounts.size(); i++) {
      assertThat(records.get(accounts.get(i))).containsExactly((byte) i);
    }
  }

  @Test
  void shouldAnswerTheSameBeyondTheBytesThatItRemembers() {
    AccountRecords records = new AccountRecords(open());
    for (int i = 0; i < 12_000; i++) {
      records.put("a" + i, new byte[3_000 + i % 1_000]);
    }

    for (int i = 0; i < 12_000; i++) {
      assertThat(records.get("a" + i)).hasSize(3_000 + i % 1_000);
    }
  }

  @Test
  void shouldRememberThatAnAccountHasNoRecord() {
    KeyValueStore<String, byte[]> store = open();
    AccountRecords records = new AccountRecords(store);
    assertThat(records.get("unknown")).isNull();
    store.put("unknown", new byte[1]);

    assertThat(records.get("unknown")).as("a write past the records is not seen").isNull();
  }

  private static KeyValueStore<String, byte[]> open() {
    KeyValueStore<String, byte[]> store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("records"), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
    return store;
  }
}
