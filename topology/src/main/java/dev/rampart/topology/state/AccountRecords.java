package dev.rampart.topology.state;

import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One record an account, in a state store. The records used last are remembered, also that an
 * account has none, so that an account that writes again is not looked up again; a newer record
 * takes the place of an older one whose account falls on the same place. Every write goes to the
 * store at once: nothing waits for a commit and there is nothing to lose.
 *
 * <p>The only way to its store: a write past it would not be seen. Made anew in the {@code init} of
 * its processor, and confined to its stream thread.
 */
public final class AccountRecords {
  private static final int PLACES = 4_096;
  private static final int LARGEST_REMEMBERED_BYTES = 4_096;

  private final KeyValueStore<String, byte[]> store;
  private final @Nullable Remembered[] recent = new Remembered[PLACES];

  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Remembered(String account, byte @Nullable [] record) {}

  public AccountRecords(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * What is kept of an account; null where there is nothing.
   *
   * @return not to be changed
   */
  public byte @Nullable [] get(String account) {
    Remembered remembered = recent[place(account)];
    if (remembered != null && remembered.account().equals(account)) {
      return remembered.record();
    }
    byte[] record = store.get(account);
    remember(account, record);
    return record;
  }

  /**
   * Keeps a record.
   *
   * @param record not copied, not to be changed
   */
  public void put(String account, byte[] record) {
    store.put(account, record);
    remember(account, record);
  }

  /** Forgets an account. */
  public void delete(String account) {
    store.delete(account);
    remember(account, null);
  }

  /**
   * All records from an account on, in the order of the accounts; the caller closes it.
   *
   * @param account null for the first
   */
  public KeyValueIterator<String, byte[]> from(@Nullable String account) {
    return store.range(account, null);
  }

  private void remember(String account, byte @Nullable [] record) {
    boolean small = record == null || record.length <= LARGEST_REMEMBERED_BYTES;
    recent[place(account)] = small ? new Remembered(account, record) : null;
  }

  private static int place(String account) {
    int hash = account.hashCode() * 0x9E3779B1;
    return (hash ^ (hash >>> 15)) & (PLACES - 1);
  }
}
