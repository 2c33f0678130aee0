package dev.rampart.ops.deadletters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The newest dead letters by place, and which of them were sent again. Confined to one thread. */
final class LetterTable {
  private static final Comparator<Letter> NEWEST_FIRST =
      Comparator.comparing(Letter::at).thenComparing(Letter::place).reversed();

  private final int most;
  private final Map<Integer, Integer> counts = new HashMap<>();
  private final TreeMap<LetterPlace, Letter> letters = new TreeMap<>();
  private final Set<LetterPlace> sentAgain = new HashSet<>();
  private final Set<LetterPlace> cameBack = new HashSet<>();

  /**
   * @param most letters of a partition that are kept; of more the oldest are forgotten
   */
  LetterTable(int most) {
    this.most = most;
  }

  /** Takes a record of the dead-letter topic: a letter, or the mark that one was sent again. */
  void add(ConsumerRecord<byte[], byte[]> record) {
    Optional<LetterPlace> marked = LetterHeaders.place(record.headers(), LetterHeaders.REDRIVEN);
    if (marked.isPresent()) {
      sentAgain.add(marked.get());
      letters.computeIfPresent(marked.get(), (place, letter) -> letter.sentAgain());
      return;
    }
    LetterHeaders.place(record.headers(), LetterHeaders.REDRIVEN_FROM).ifPresent(cameBack::add);
    Letter letter = Letter.of(record);
    letters.put(letter.place(), sentAgain.contains(letter.place()) ? letter.sentAgain() : letter);
    if (counts.merge(record.partition(), 1, Integer::sum) > most) {
      letters.remove(letters.ceilingKey(new LetterPlace(record.partition(), 0)));
      counts.merge(record.partition(), -1, Integer::sum);
    }
  }

  /** Letters that were not sent again. */
  long waiting() {
    return letters.values().stream().filter(letter -> !letter.redriven()).count();
  }

  Optional<Letter> at(LetterPlace place) {
    return Optional.ofNullable(letters.get(place));
  }

  /** Whether a letter failed again after it was sent again. */
  boolean cameBack(LetterPlace place) {
    return cameBack.contains(place);
  }

  /** The letters of a cause, or all where it is empty, the newest first. */
  List<Letter> list(Optional<String> cause) {
    return letters.values().stream()
        .filter(letter -> cause.isEmpty() || cause.get().equals(letter.cause()))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** By stage and cause, the largest group first. */
  List<LetterGroup> groups() {
    Map<List<String>, List<Letter>> byKind =
        letters.values().stream()
            .collect(Collectors.groupingBy(letter -> List.of(letter.stage(), letter.cause())));
    List<LetterGroup> groups = new ArrayList<>(byKind.values().stream().map(this::group).toList());
    groups.sort(Comparator.comparingLong(LetterGroup::count).reversed());
    return groups;
  }

  private LetterGroup group(List<Letter> members) {
    Letter newest = members.stream().min(NEWEST_FIRST).orElseThrow();
    return new LetterGroup(
        newest.stage(),
        newest.cause(),
        members.size(),
        newest.at(),
        members.stream().filter(Letter::redriven).count(),
        members.stream().filter(letter -> cameBack.contains(letter.place())).count());
  }
}
