package dev.rampart.ops.chaos;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A {@link ChaosReport} as a JSON document and as a table for the terminal. */
final class ChaosFormat {
  private ChaosFormat() {}

  static Map<String, Object> document(ChaosReport report) {
    Map<String, Object> document = new LinkedHashMap<>(counts(report));
    document.put("drained", report.drained());
    document.put("clean", report.clean());
    document.put("strikes", report.strikes());
    document.put("fail_over_ms", report.failOver());
    document.put("stop_ms", report.stop());
    document.put("elapsed_s", Math.round(report.elapsedS() * 10) / 10.0);
    return document;
  }

  static String table(ChaosReport report) {
    Map<String, String> lines = new LinkedHashMap<>();
    counts(report)
        .forEach(
            (name, count) ->
                lines.put(name.replace('_', ' '), String.format(Locale.ROOT, "%,d", count)));
    lines.put("drained", report.drained() ? "yes" : "no");
    report.strikes().forEach((strike, count) -> lines.put("strikes " + strike, count.toString()));
    report.failOver().forEach((strike, times) -> lines.put("fail-over " + strike, text(times)));
    lines.put("stop on SIGTERM", text(report.stop()));
    lines.put("elapsed", String.format(Locale.ROOT, "%.1f s", report.elapsedS()));
    lines.put("verdict", report.clean() ? "clean" : "NOT CLEAN");
    return lines.entrySet().stream()
        .map(line -> String.format(Locale.ROOT, "%-22s%s", line.getKey(), line.getValue()))
        .collect(Collectors.joining(System.lineSeparator()));
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

  private static String text(ChaosReport.Times times) {
    return "p50 %d ms, max %d ms (%d)".formatted(times.p50(), times.max(), times.count());
  }
}
