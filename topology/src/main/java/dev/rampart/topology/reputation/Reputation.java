package dev.rampart.topology.reputation;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All lists: one version of the files, and what the topic {@code lists} says. Any thread may use
 * it. Every question names a moment, and the answer uses only what was listed at it.
 */
public final class Reputation {
  /** No list at all. */
  public static final Reputation NONE = new Reputation("none", List.of());

  private final String version;
  private final Map<String, Integer> sizes;
  private final Map<ListKind, Map<String, Spans>> spans;
  private final Phrases keywords;
  private final ListedEntries more;

  /**
   * @param version changes whenever a listing does
   */
  Reputation(String version, Collection<Listing> listings) {
    this.version = version;
    this.sizes = new TreeMap<>();
    this.spans = new EnumMap<>(ListKind.class);
    this.more = ListedEntries.NONE;
    for (ListKind kind : ListKind.values()) {
      spans.put(kind, new HashMap<>());
    }
    listings.forEach(this::add);
    keywords = new Phrases(of(ListKind.KEYWORDS).keySet());
  }

  private Reputation(Reputation files, ListedEntries more) {
    this.version = files.version;
    this.sizes = files.sizes;
    this.spans = files.spans;
    this.keywords = files.keywords;
    this.more = more;
  }

  /** The same and what others list, which may go on to change. */
  Reputation with(ListedEntries others) {
    return new Reputation(this, others);
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

  /**
   * Version of what is listed: twelve hexadecimal digits of the SHA-256 of the files, and after a
   * plus a digest of what the topic lists.
   */
  public String version() {
    return more == ListedEntries.NONE ? version : version + '+' + more.version();
  }

  /** Listings by name of the list. */
  public Map<String, Integer> sizes() {
    Map<String, Integer> all = new TreeMap<>(sizes);
    more.sizes().forEach((list, count) -> all.merge(list, count, Integer::sum));
    return all;
  }

  /** Whether a list of a kind held an entry at a moment; of hosts, whether it held one above. */
  public boolean lists(ListKind kind, String entry, long moment) {
    if (of(kind).isEmpty() && more.isEmpty(kind)) {
      return false;
    }
    return kind.holdsHosts() ? listsHost(kind, entry, moment) : covers(kind, entry, moment);
  }

  private boolean listsHost(ListKind kind, String host, long moment) {
    int from = 0;
    while (host.indexOf('.', from) > 0) {
      if (covers(kind, host.substring(from), moment)) {
        return true;
      }
      from = host.indexOf('.', from) + 1;
    }
    return false;
  }

  private boolean covers(ListKind kind, String entry, long moment) {
    Spans own = of(kind).get(entry);
    return (own != null && own.covers(moment)) || more.covers(kind, entry, moment);
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
    Set<String> found = keywords.in(text);
    Set<String> others = more.keywords().in(text);
    if (found.isEmpty() && others.isEmpty()) {
      return 0;
    }
    return Stream.concat(found.stream(), others.stream())
        .distinct()
        .filter(keyword -> covers(ListKind.KEYWORDS, keyword, moment))
        .count();
  }
}
