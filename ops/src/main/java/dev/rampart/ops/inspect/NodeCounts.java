package dev.rampart.ops.inspect;

import dev.rampart.ops.drawing.Drawing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Records that have passed each node of this instance since its tasks came here, from Kafka
 * Streams' own meters: a source counts what it read, a sink what it wrote. Steps between them have
 * no meter; a step is given what the sources before it have read.
 */
final class NodeCounts {
  private static final String GROUP = "stream-topic-metrics";
  private static final String READ = "records-consumed-total";
  private static final String WRITTEN = "records-produced-total";
  private static final String NODE = "processor-node-id";

  private NodeCounts() {}

  /** Counts by node. */
  static Map<String, Double> of(Map<MetricName, ? extends Metric> metrics, Drawing drawing) {
    Map<String, Double> counts = new HashMap<>();
    metrics.forEach(
        (name, metric) -> {
          boolean counted = name.name().equals(READ) || name.name().equals(WRITTEN);
          if (counted && name.group().equals(GROUP) && metric.metricValue() instanceof Double n) {
            counts.merge(name.tags().getOrDefault(NODE, ""), n, Double::sum);
          }
        });
    for (List<Drawing.Box> layer : drawing.layers()) {
      layer.forEach(
          box -> counts.computeIfAbsent(box.name(), node -> before(drawing, box, counts)));
    }
    return counts;
  }

  private static double before(Drawing drawing, Drawing.Box box, Map<String, Double> counts) {
    return box.writes().isEmpty()
        ? drawing.before(box).stream().mapToDouble(node -> counts.getOrDefault(node, 0.0)).sum()
        : 0;
  }
}
