package dev.rampart.topology.state;

import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One record an account, in a state store. The records used last are remembered, also that an
 * account has none, so that an account that writes again is not looked up again; a newer record
 * takes the place of an older one whose account falls on the same place, and together they stay
 * under 16 MiB. Every write goes to the store at once: nothing waits for a commit and there is
 * nothing to lose.
 *
 * <p>The only way to its store: a write past it would not be seen. Made anew in the {@code init} of
 * its processor, and confined to its stream thread.
 */
public final class AccountRecords {
  private static final int PLACES = 1 << 14;
  private static final int LARGEST_REMEMBERED_BYTES = 4 << 10;
  private static final int REMEMBERED_BYTES = 16 << 20;

  private final KeyValueStore<String, byte[]> store;
  private final @Nullable Remembered[] recent = new Remembered[PLACES];
  private int remembered;

  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Remembered(String account, byte @Nullable [] record) {
    int size() {
      return record == null ? 0 : record.length;
    }
  }

  public AccountRecords(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * What is kept of an account; null where there is nothing.
   *
   * @return not to be changed
   */
  public byte @Nullable [] get(String account) {
    Remembered known = recent[place(account)];
    if (known != null && known.account().equals(account)) {
      return known.record();
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
    int place = place(account);
    Remembered before = recent[place];
    Remembered now = new Remembered(account, record);
    remembered -= before == null ? 0 : before.size();
    boolean fits =
        now.size() <= LARGEST_REMEMBERED_BYTES && remembered + now.size() <= REMEMBERED_BYTES;
    recent[place] = fits ? now : null;
    remembered += fits ? now.size() : 0;
  }

  private static int place(String account) {
    int hash = account.hashCode() * 0x9E3779B1;
    return (hash ^ (hash >>> 15)) & (PLACES - 1);
  }
}
