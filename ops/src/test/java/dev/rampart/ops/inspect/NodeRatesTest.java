package dev.rampart.ops.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NodeRatesTest {
  private final Map<String, Double> counts = new HashMap<>();
  private final AtomicLong nanos = new AtomicLong();
  private final NodeRates rates = new NodeRates(() -> Map.copyOf(counts), nanos::get);

  private void look(double count) {
    nanos.addAndGet(2_000_000_000L);
    counts.put("ingest", count);
    rates.look();
  }

  @Test
  void shouldTellHowFastACountGrewBetweenTheLastTwoLooks() {
    look(1_000);
    assertThat(rates.rate("ingest")).isZero();
    look(1_600);

    assertThat(rates.rate("ingest")).isEqualTo(300);
    assertThat(rates.total("ingest")).isEqualTo(1_600);
    assertThat(rates.rate("unknown")).isZero();
  }

  @Test
  void shouldNotTellANegativeRateWhenTasksMoveAway() {
    look(1_000);
    look(10);

    assertThat(rates.rate("ingest")).isZero();
  }
}
