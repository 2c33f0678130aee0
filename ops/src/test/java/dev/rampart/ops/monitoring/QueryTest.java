package dev.rampart.ops.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryTest {
  @Test
  void shouldFindMetricsWithTheLabelsThatAreSelected() {
    Query query =
        Query.parse(
            "histogram_quantile(0.99, sum by (le, model) (rate(a_seconds_bucket{job=\"rampart\","
                + " model=~\"x{2}|y\"}[5m] offset 1d))) > 0.5 and on (instance) b:rate5m{} == 0");
    assertThat(query.metrics())
        .isEqualTo(Map.of("a_seconds_bucket", Set.of("job", "model"), "b:rate5m", Set.of()));
    assertThat(query.grouping()).containsExactly("instance", "le", "model");
  }

  @Test
  void shouldTakeNeitherFunctionsNorOperatorsNorNumbersForMetrics() {
    Query query = Query.parse("clamp_min(sum(c_total) by (x), 1e3) / 2 > bool 30 or vector(0)");
    assertThat(query.metrics().keySet()).containsExactly("c_total");
    assertThat(query.grouping()).containsExactly("x");
  }
}
