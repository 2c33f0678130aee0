package dev.rampart.ops.summary;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A {@link Summary} as a JSON document and as a table for the terminal. */
public final class SummaryFormat {
  private SummaryFormat() {}

  /** The document that {@code --json} prints, with the names that scripts rely on. */
  public static Map<String, Object> document(Summary summary) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("events_in", summary.eventsIn());
    document.put("decisions", summary.decisions());
    document.put("findings", summary.findings());
    document.put("actions", new TreeMap<>(summary.actions()));
    document.put("review_items", summary.reviewItems());
    document.put("dead_letters", summary.deadLetters());
    document.put("duplicates_dropped", summary.duplicatesDropped());
    document.put("missing", summary.missing());
    document.put("decided_twice", summary.decidedTwice());
    document.put("elapsed_s", Math.round(summary.elapsedS() * 1e3) / 1e3);
    document.put("events_per_s", Math.round(summary.eventsPerS()));
    document.put("latency_ms", summary.latencyMs());
    if (!summary.policies().isEmpty()) {
      document.put("precision", summary.precision());
      document.put("recall", summary.recall());
      document.put("policies", summary.policies());
    }
    return document;
  }

  /** The same for people. */
  public static String table(Summary summary) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("events in", count(summary.eventsIn()));
    lines.put("decisions", count(summary.decisions()));
    lines.put("findings", count(summary.findings()));
    lines.put("missing", count(summary.missing()));
    lines.put("decided twice", count(summary.decidedTwice()));
    lines.put("dead letters", count(summary.deadLetters()));
    lines.put("duplicates dropped", count(summary.duplicatesDropped()));
    lines.put("review items", count(summary.reviewItems()));
    new TreeMap<>(summary.actions())
        .forEach((kind, number) -> lines.put("action " + kind, count(number)));
    lines.put("elapsed", String.format(Locale.ROOT, "%.1f s", summary.elapsedS()));
    lines.put("rate", count(Math.round(summary.eventsPerS())) + " events/s");
    lines.put("latency", latency(summary.latencyMs()));
    summary.policies().forEach((name, quality) -> lines.put("policy " + name, figures(quality)));
    return lines.entrySet().stream()
        .map(line -> String.format(Locale.ROOT, "%-28s%s", line.getKey(), line.getValue()))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String latency(Summary.Latency latency) {
    return "p50 %d ms, p95 %d ms, p99 %d ms".formatted(latency.p50(), latency.p95(), latency.p99());
  }

  private static String figures(PolicyQuality quality) {
    return String.format(
        Locale.ROOT,
        "precision %.3f, recall %.3f (%,d flagged, %,d planted)",
        quality.precision(),
        quality.recall(),
        quality.flagged(),
        quality.planted());
  }
}
