package dev.rampart.topology.reputation;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One version of all lists. Never changes; any thread may use it. Every question names a moment,
 * and the answer uses only what was listed at it.
 */
public final class Reputation {
  /** No list at all. */
  public static final Reputation NONE = new Reputation("none", List.of());

  private final String version;
  private final Map<String, Integer> sizes = new TreeMap<>();
  private final Map<ListKind, Map<String, Spans>> spans = new EnumMap<>(ListKind.class);
  private final Phrases keywords;

  /**
   * @param version changes whenever a listing does
   */
  Reputation(String version, Collection<Listing> listings) {
    this.version = version;
    for (ListKind kind : ListKind.values()) {
      spans.put(kind, new HashMap<>());
    }
    listings.forEach(this::add);
    keywords = new Phrases(of(ListKind.KEYWORDS).keySet());
  }

  /**
   * Reads every file {@code *.csv} of a folder.
   *
   * @throws ListException with everything that is wrong with the files
   */
  public static Reputation load(Path folder) throws ListException {
    return new ListReader(folder).read();
  }

  private void add(Listing listing) {
    of(listing.kind()).merge(listing.entry(), Spans.of(listing), Spans::and);
    sizes.merge(listing.list(), 1, Integer::sum);
  }

  private Map<String, Spans> of(ListKind kind) {
    return spans.getOrDefault(kind, Map.of());
  }

  /** Version of what was loaded: twelve hexadecimal digits of the content's SHA-256. */
  public String version() {
    return version;
  }

  /** Listings by name of the list. */
  public Map<String, Integer> sizes() {
    return Map.copyOf(sizes);
  }

  /** Whether a list of a kind held an entry at a moment; of hosts, whether it held one above. */
  public boolean lists(ListKind kind, String entry, long moment) {
    Map<String, Spans> entries = of(kind);
    if (entries.isEmpty()) {
      return false;
    }
    return kind.holdsHosts() ? listsHost(entries, entry, moment) : covers(entries, entry, moment);
  }

  private static boolean listsHost(Map<String, Spans> entries, String host, long moment) {
    int from = 0;
    while (host.indexOf('.', from) > 0) {
      if (covers(entries, host.substring(from), moment)) {
        return true;
      }
      from = host.indexOf('.', from) + 1;
    }
    return false;
  }

  private static boolean covers(Map<String, Spans> entries, String entry, long moment) {
    Spans spans = entries.get(entry);
    return spans != null && spans.covers(moment);
  }

  /** How many of some texts a list of a kind held at a moment. */
  public long count(ListKind kind, List<String> entries, long moment) {
    long count = 0;
    for (String entry : entries) {
      count += lists(kind, entry, moment) ? 1 : 0;
    }
    return count;
  }

  /** How many different listed keywords a text holds. */
  public long countKeywords(String text, long moment) {
    return keywords.in(text).stream()
        .filter(keyword -> covers(of(ListKind.KEYWORDS), keyword, moment))
        .count();
  }
}
