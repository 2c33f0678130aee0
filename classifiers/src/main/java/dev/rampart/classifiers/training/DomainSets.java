package dev.rampart.classifiers.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the lists of scam domains, with the day on which each was first listed, and of benign ones.
 */
final class DomainSets {
  private static final List<String> SHAPES =
      List.of("https://%s/", "%s", "look at https://%s/page", "http://www.%s", "see %s for more");

  private final Path root;

  DomainSets(Path root) {
    this.root = root;
  }

  /** Scam domains by the day that they were first listed. */
  Map<String, LocalDate> listed() {
    Map<String, LocalDate> listed = new LinkedHashMap<>();
    for (String file : List.of("nikolaischunk_history.csv", "dogino_history.csv")) {
      for (CsvRows.Row row : CsvRows.read(root.resolve("scam_domains/" + file))) {
        if ("add".equals(row.get("event"))) {
          LocalDate day = LocalDate.ofEpochDay(Long.parseLong(row.get("unix_time")) / 86_400);
          listed.merge(row.get("domain"), day, DomainSets::earlier);
        }
      }
    }
    for (CsvRows.Row row : CsvRows.read(root.resolve("scam_domains/polkadot_first_seen.csv"))) {
      listed.merge(row.get("domain"), LocalDate.parse(row.get("date")), DomainSets::earlier);
    }
    return listed;
  }

  List<String> benign() {
    List<String> all = new ArrayList<>();
    for (String file : List.of("opendns-random-domains.txt", "opendns-top-domains.txt")) {
      try (Stream<String> lines = Files.lines(root.resolve("benign_and_aux_lists/" + file))) {
        lines.map(String::trim).filter(line -> !line.isEmpty()).forEach(all::add);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return all.stream().distinct().toList();
  }

  /** Domains as messages that carry them: each one alone, or in few words that promise nothing. */
  static List<Example> messages(List<String> domains, boolean scam) {
    List<Example> all = new ArrayList<>();
    for (String domain : domains) {
      String shape = SHAPES.get(Math.floorMod(domain.hashCode(), SHAPES.size()));
      all.add(
          Example.of(
              String.format(shape, domain), "domains", Map.of("scam", scam, "phishing", scam)));
    }
    return all;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
