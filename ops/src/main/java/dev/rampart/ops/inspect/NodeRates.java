package dev.rampart.ops.inspect;

import dev.rampart.ops.drawing.Drawing;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Counts of the nodes, and how fast they grew between the last two looks. Looked after by one
 * thread, asked by many.
 */
final class NodeRates {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Supplier<Map<String, Double>> counts;
  private final LongSupplier nanos;
  private volatile Look last;

  /**
   * @param nanos a clock that only goes forward
   */
  NodeRates(Supplier<Map<String, Double>> counts, LongSupplier nanos) {
    this.counts = counts;
    this.nanos = nanos;
    this.last = new Look(nanos.getAsLong(), Map.of(), Map.of());
  }

  private record Look(long at, Map<String, Double> totals, Map<String, Double> rates) {}

  /** Nodes of a topology that are counted. */
  static Supplier<Map<String, Double>> counting(KafkaStreams streams, Drawing drawing) {
    return () -> NodeCounts.of(streams.metrics(), drawing);
  }

  /** Looks at the counts. */
  void look() {
    Look before = last;
    long now = nanos.getAsLong();
    Map<String, Double> totals = counts.get();
    double seconds = Math.max(1e-3, (now - before.at()) / NANOS_PER_SECOND);
    Map<String, Double> rates = new HashMap<>();
    totals.forEach(
        (node, total) -> {
          double grown = total - before.totals().getOrDefault(node, total);
          rates.put(node, Math.max(0, grown) / seconds);
        });
    last = new Look(now, totals, rates);
  }

  /** Records since the tasks came here. */
  long total(String node) {
    return last.totals().getOrDefault(node, 0.0).longValue();
  }

  /** Records a second. */
  double rate(String node) {
    return last.rates().getOrDefault(node, 0.0);
  }
}
