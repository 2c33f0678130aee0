package dev.rampart.topology.reputation;

import dev.rampart.schemas.ListedEntry;
import dev.rampart.schemas.ListedSpan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the topic {@code lists}. Changes while it is used, but the past does not: an event
 * that asks twice may see two versions, and only listings of its own time. One thread writes, any
 * reads.
 */
public final class ListedEntries {
  /** No entry, ever. */
  static final ListedEntries NONE = new ListedEntries();

  /** By kind and entry the times by list: two lists may name one entry. */
  private final Map<ListKind, Map<String, Map<String, Spans>>> entries =
      new EnumMap<>(ListKind.class);

  private final AtomicLong content = new AtomicLong();
  private volatile @Nullable Phrases keywords;

  /** Nothing is listed yet. */
  public ListedEntries() {
    for (ListKind kind : ListKind.values()) {
      entries.put(kind, new ConcurrentHashMap<>());
    }
  }

  /** Key of an entry on the topic. */
  public static String key(String list, String entry) {
    return list + ' ' + entry;
  }

  /**
   * Takes the newest version of an entry.
   *
   * @throws IllegalArgumentException when the list is of no kind that is known, the entry is not in
   *     the spelling that is looked up, or a listing ends before it begins
   */
  public void put(ListedEntry entry) {
    ListKind kind = kind(entry.getList());
    if (EntrySpelling.of(kind, entry.getEntry()).filter(entry.getEntry()::equals).isEmpty()) {
      throw new IllegalArgumentException("entry: allowed: " + EntrySpelling.allowed(kind));
    }
    set(kind, entry.getList(), entry.getEntry(), spans(entry));
  }

  /** An entry was taken out of the topic. */
  public void remove(String key) {
    int space = key.indexOf(' ');
    if (space > 0) {
      set(kind(key.substring(0, space)), key.substring(0, space), key.substring(space + 1), null);
    }
  }

  /** What files list and what is listed here, together. */
  public Supplier<Reputation> with(Supplier<Reputation> files) {
    return new Supplier<>() {
      private volatile Reputation last = Reputation.NONE.with(ListedEntries.this);
      private volatile Reputation lastFiles = Reputation.NONE;

      @Override
      public Reputation get() {
        Reputation now = files.get();
        if (lastFiles != now) {
          last = now.with(ListedEntries.this);
          lastFiles = now;
        }
        return last;
      }
    };
  }

  /** Changes whenever an entry does, and is the same wherever the same is listed. */
  String version() {
    return Long.toHexString(content.get());
  }

  boolean isEmpty(ListKind kind) {
    return of(kind).isEmpty();
  }

  boolean covers(ListKind kind, String entry, long moment) {
    Map<String, Spans> lists = of(kind).get(entry);
    return lists != null && lists.values().stream().anyMatch(spans -> spans.covers(moment));
  }

  Phrases keywords() {
    Phrases known = keywords;
    return known == null ? readKeywords() : known;
  }

  private synchronized Phrases readKeywords() {
    Phrases read = new Phrases(of(ListKind.KEYWORDS).keySet());
    keywords = read;
    return read;
  }

  /** Listings by name of the list. */
  Map<String, Integer> sizes() {
    Map<String, Integer> sizes = new HashMap<>();
    entries
        .values()
        .forEach(
            kind ->
                kind.values()
                    .forEach(
                        lists ->
                            lists.forEach(
                                (list, spans) -> sizes.merge(list, spans.count(), Integer::sum))));
    return sizes;
  }

  private void set(ListKind kind, String list, String entry, @Nullable Spans spans) {
    of(kind)
        .compute(
            entry,
            (same, lists) -> {
              Map<String, Spans> changed = lists == null ? new HashMap<>() : new HashMap<>(lists);
              Spans before = spans == null ? changed.remove(list) : changed.put(list, spans);
              content.addAndGet(digest(list, entry, spans) - digest(list, entry, before));
              return changed.isEmpty() ? null : Map.copyOf(changed);
            });
    if (kind == ListKind.KEYWORDS) {
      forgetKeywords();
    }
  }

  /** Waits for whoever is reading them: what it read may be without the last change. */
  private synchronized void forgetKeywords() {
    keywords = null;
  }

  private static long digest(String list, String entry, @Nullable Spans spans) {
    if (spans == null) {
      return 0;
    }
    String text = key(list, entry) + ' ' + spans;
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
  }

  private static @Nullable Spans spans(ListedEntry entry) {
    Spans all = null;
    for (ListedSpan span : entry.getListings()) {
      Instant until = span.getDelistedAt();
      long from = span.getListedAt().toEpochMilli();
      long to = until == null ? Listing.STILL : until.toEpochMilli();
      if (to <= from) {
        throw new IllegalArgumentException("delisted_at: allowed: a time after listed_at");
      }
      Spans one = Spans.of(from, to);
      all = all == null ? one : all.and(one);
    }
    return all;
  }

  private static ListKind kind(String list) {
    return ListKind.ofList(list)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "list %s; allowed: one of %s".formatted(list, ListKind.allowed())));
  }

  private Map<String, Map<String, Spans>> of(ListKind kind) {
    return entries.getOrDefault(kind, Map.of());
  }
}
