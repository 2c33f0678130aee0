package dev.rampart.ops.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryFormatTest {
  private static final Summary SUMMARY =
      new Summary(
          1_000,
          998,
          0,
          Map.of("HIDE", 12L),
          3,
          1,
          1,
          0,
          0,
          2.0,
          500.0,
          new Summary.Latency(20, 40, 60),
          Map.of("spam", new PolicyQuality(10, 9, 12)));

  @Test
  void shouldHaveTheNamesThatScriptsRelyOn() {
    assertThat(SummaryFormat.document(SUMMARY))
        .containsKeys(
            "events_in",
            "decisions",
            "actions",
            "dead_letters",
            "duplicates_dropped",
            "missing",
            "elapsed_s",
            "events_per_s",
            "latency_ms",
            "precision",
            "recall");
    assertThat(SummaryFormat.document(SUMMARY).get("recall")).isEqualTo(Map.of("spam", 0.75));
  }

  @Test
  void shouldPrintATableForPeople() {
    assertThat(SummaryFormat.table(SUMMARY))
        .contains("events in                   1,000")
        .contains("p50 20 ms, p95 40 ms, p99 60 ms")
        .contains("precision 0.900, recall 0.750 (10 flagged, 12 planted)");
  }
}
