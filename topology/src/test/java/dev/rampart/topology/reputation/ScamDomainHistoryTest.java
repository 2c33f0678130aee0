package dev.rampart.topology.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The published history of a list of scam domains, change by change: what the lists say at a moment
 * is what stood in the published list at that moment.
 */
class ScamDomainHistoryTest {
  private static final Path HISTORY =
      Path.of(
          System.getProperty("rampart.root"),
          "../shared/data/scam_domains/nikolaischunk_history.csv");
  private static final String HOST = "([a-z0-9_][a-z0-9_-]{0,62}\\.)+[a-z0-9-]{2,63}";
  private static final int EVERY = 997;

  @TempDir private Path folder;

  private record Change(long second, boolean added, String domain) {}

  @Test
  void shouldUseOnlyWhatWasListedAtTheTimeThroughoutTheHistory() throws Exception {
    assumeTrue(Files.isReadable(HISTORY), "no scam_domains histories beside the project");
    List<Change> changes = changes();
    Files.write(folder.resolve("history.csv"), listings(changes));
    Reputation lists = Reputation.load(folder);

    Set<String> published = new HashSet<>();
    int compared = 0;
    for (int i = 0; i < changes.size(); i++) {
      apply(changes.get(i), published);
      boolean lastOfItsSecond =
          i + 1 == changes.size() || changes.get(i + 1).second() > changes.get(i).second();
      if (lastOfItsSecond) {
        compared += compare(lists, changes, changes.get(i).second(), published);
      }
    }
    assertThat(compared).isGreaterThan(5_000);
  }

  /** Compares a sample of all domains of the history, those of the future among them. */
  private static int compare(
      Reputation lists, List<Change> changes, long second, Set<String> published) {
    int compared = 0;
    for (int at = (int) (second % EVERY); at < changes.size(); at += EVERY) {
      String domain = changes.get(at).domain();
      boolean expected = isOrIsBelow(domain, published);
      assertThat(lists.lists(ListKind.DOMAINS, domain, second * 1000))
          .as("change %d at second %d", at, second)
          .isEqualTo(expected);
      compared++;
    }
    return compared;
  }

  private static boolean isOrIsBelow(String domain, Set<String> published) {
    for (String host = domain;
        host.indexOf('.') > 0;
        host = host.substring(host.indexOf('.') + 1)) {
      if (published.contains(host)) {
        return true;
      }
    }
    return false;
  }

  private static void apply(Change change, Set<String> published) {
    if (change.added()) {
      published.add(change.domain());
    } else {
      published.remove(change.domain());
    }
  }

  private static List<Change> changes() throws IOException {
    return Files.readAllLines(HISTORY).stream()
        .skip(1)
        .map(line -> line.split(",", 3))
        .filter(fields -> fields[2].matches(HOST))
        .map(f -> new Change(Long.parseLong(f[0]), f[1].equals("add"), f[2]))
        .sorted(java.util.Comparator.comparingLong(Change::second))
        .toList();
  }

  private static List<String> listings(List<Change> changes) {
    List<String> lines = new ArrayList<>(List.of("list,entry,listed_at,delisted_at"));
    Map<String, Long> since = new HashMap<>();
    for (Change change : changes) {
      if (change.added()) {
        since.putIfAbsent(change.domain(), change.second());
      } else {
        Long from = since.remove(change.domain());
        if (from != null && from < change.second()) {
          lines.add(line(change.domain(), from, Instant.ofEpochSecond(change.second()).toString()));
        }
      }
    }
    since.forEach((domain, from) -> lines.add(line(domain, from, "")));
    return lines;
  }

  private static String line(String domain, long from, String to) {
    return "domains/history,%s,%s,%s".formatted(domain, Instant.ofEpochSecond(from), to);
  }
}
