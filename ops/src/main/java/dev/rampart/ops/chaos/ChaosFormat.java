package dev.rampart.ops.chaos;

import dev.rampart.ops.chaos.proof.ProofReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link ChaosReport} as a JSON document and as text for people. */
final class ChaosFormat {
  private ChaosFormat() {}

  static Map<String, Object> document(ChaosReport report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("seed", report.plan().seed());
    document.put("brokers", report.plan().brokers());
    document.put("instances", report.plan().instances());
    document.put("standbys", report.plan().standbys());
    document.put("rate", report.plan().rate());
    document.putAll(counts(report));
    document.put("drained", report.drained());
    document.put("clean", report.clean());
    document.put("proof", report.proof());
    document.put("recovery_ms", report.recoveries());
    document.put("stop_ms", report.stop());
    document.put("exits", report.exits());
    document.put("faults", report.faults());
    document.put("elapsed_s", Math.round(report.elapsedS() * 10) / 10.0);
    return document;
  }

  static String table(ChaosReport report) {
    return Stream.of(faults(report), List.of(""), summary(report))
        .flatMap(List::stream)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static List<String> faults(ChaosReport report) {
    return Stream.concat(
            Stream.of(
                row(
                    "",
                    "FAULT",
                    "TARGET",
                    "AT",
                    "EVENTS",
                    "LASTED",
                    "RECOVERED",
                    "WAITED",
                    "NOTE")),
            report.faults().stream().map(ChaosFormat::row))
        .toList();
  }

  private static String row(FaultRecord record) {
    return row(
        Integer.toString(record.number()),
        record.fault(),
        record.target(),
        String.format(Locale.ROOT, "%.1f s", record.atS()),
        String.format(Locale.ROOT, "%,d", record.atEvents()),
        seconds(record.lastedMs()),
        record.recoveredMs() == null ? "-" : seconds(record.recoveredMs()),
        seconds(record.longestWaitMs()),
        record.note());
  }

  private static String row(String... cells) {
    return String.format(
            Locale.ROOT, "%4s  %-16s %-16s %8s %11s %9s %11s %9s  %s", (Object[]) cells)
        .stripTrailing();
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
  }

  private static List<String> summary(ChaosReport report) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("seed", Long.toString(report.plan().seed()));
    counts(report)
        .forEach(
            (name, count) ->
                lines.put(name.replace('_', ' '), String.format(Locale.ROOT, "%,d", count)));
    proof(report.proof())
        .forEach((name, count) -> lines.put(name, String.format(Locale.ROOT, "%,d", count)));
    lines.put("checksum", report.proof().checksum());
    lines.put("drained", report.drained() ? "yes" : "no");
    report.recoveries().forEach((fault, times) -> lines.put("recovery " + fault, text(times)));
    lines.put("stop on SIGTERM", text(report.stop()));
    lines.put("ended by themselves", exits(report.exits()));
    lines.put("elapsed", String.format(Locale.ROOT, "%.1f s", report.elapsedS()));
    lines.put("verdict", report.clean() ? "clean" : "NOT CLEAN");
    return lines.entrySet().stream()
        .map(line -> String.format(Locale.ROOT, "%-26s%s", line.getKey(), line.getValue()))
        .toList();
  }

  private static Map<String, Long> counts(ChaosReport report) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("events_in", report.eventsIn());
    counts.put("decisions", report.findings().decisions());
    counts.put("missing", report.findings().missing());
    counts.put("duplicates", report.findings().duplicates());
    counts.put("out_of_order", report.findings().outOfOrder());
    counts.put("actions", report.findings().actions());
    counts.put("unmatched_actions", report.findings().unmatchedActions());
    counts.put("duplicate_actions", report.findings().duplicateActions());
    counts.put("dead_letters", report.deadLetters());
    counts.put("open_transactions", report.openTransactions());
    return counts;
  }

  private static Map<String, Long> proof(ProofReport proof) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("decided again", proof.decisions());
    counts.put("features worked out", proof.featureValues());
    counts.put("features differ", proof.featuresDiffer());
    counts.put("stored records", proof.accounts());
    counts.put("stored records differ", proof.recordsDiffer());
    counts.put("actions differ", proof.actionsDiffer());
    counts.put("policies differ", proof.policiesDiffer());
    counts.put("stored ledgers", proof.ledgers());
    counts.put("stored ledgers differ", proof.ledgersDiffer());
    counts.put("without input", proof.withoutInput());
    counts.put("histories differ", proof.historiesDiffer());
    counts.put("deeds differ", proof.deedsDiffer());
    return counts;
  }

  private static String exits(List<Exit> exits) {
    return exits.isEmpty()
        ? "none"
        : exits.stream()
            .map(exit -> exit.instance() + " after " + exit.during() + " (" + exit.status() + ")")
            .collect(Collectors.joining(", "));
  }

  private static String text(ChaosReport.Times times) {
    return "p50 %d ms, max %d ms (%d)".formatted(times.p50(), times.max(), times.count());
  }
}
