package dev.rampart.topology.reputation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses one list file; {@code lists/README.md} has the format. */
final class ListFile {
  private static final String HEADER = "list,entry,listed_at,delisted_at";
  private static final int FIELDS = 4;
  private static final String TIMES =
      "a day as 2024-03-01 or a time as 2024-03-01T10:00:00Z, or nothing";

  private final String file;
  private final List<ListProblem> problems;
  private int line;

  /**
   * @param problems where problems are added
   */
  ListFile(String file, List<ListProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  List<Listing> parse(List<String> lines) {
    List<Listing> listings = new ArrayList<>();
    boolean headed = false;
    for (String text : lines) {
      line++;
      if (text.isBlank() || text.startsWith("#")) {
        continue;
      }
      if (headed) {
        listing(text.split(",", -1)).ifPresent(listings::add);
      } else if (!text.strip().equals(HEADER)) {
        problem("header", text, HEADER);
        return listings;
      }
      headed = true;
    }
    return listings;
  }

  private Optional<Listing> listing(String[] fields) {
    if (fields.length != FIELDS) {
      problem("line", fields.length + " fields", HEADER + ", in that order");
      return Optional.empty();
    }
    Optional<ListKind> kind = kind(fields[0].strip());
    Optional<Long> from = time("listed_at", fields[2].strip(), 0);
    Optional<Long> to = time("delisted_at", fields[3].strip(), Listing.STILL);
    if (kind.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (to.get() <= from.get()) {
      problem("delisted_at", fields[3].strip(), "a time after listed_at");
    }
    return entry(kind.get(), fields[1].strip())
        .map(entry -> new Listing(kind.get(), fields[0].strip(), entry, from.get(), to.get()));
  }

  private Optional<ListKind> kind(String list) {
    Optional<ListKind> kind = ListKind.ofList(list);
    if (kind.isEmpty()) {
      problem(
          "list", list, "one of " + ListKind.allowed() + ", and a source behind a slash if wanted");
    }
    return kind;
  }

  private Optional<String> entry(ListKind kind, String text) {
    Optional<String> entry = EntrySpelling.of(kind, text);
    if (entry.isEmpty()) {
      problem("entry", text, EntrySpelling.allowed(kind));
    }
    return entry;
  }

  private Optional<Long> time(String field, String text, long otherwise) {
    if (text.isEmpty()) {
      return Optional.of(otherwise);
    }
    try {
      Instant time =
          text.length() == "2024-03-01".length()
              ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
              : Instant.parse(text);
      return Optional.of(time.toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      problem(field, text, TIMES);
      return Optional.empty();
    }
  }

  private void problem(String field, String found, String allowed) {
    problems.add(new ListProblem(file, line, field, '"' + found + '"', allowed));
  }
}
