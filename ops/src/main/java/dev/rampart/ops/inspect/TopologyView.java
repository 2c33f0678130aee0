package dev.rampart.ops.inspect;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * The topology with live counts of this instance.
 *
 * @param svg the same as a drawing
 */
public record TopologyView(List<NodeView> nodes, List<Edge> edges, String svg) {
  public TopologyView {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** What a node of the drawing is. */
  public enum NodeKind {
    SOURCE,
    PROCESSOR,
    SINK,
    STORE,
    TOPIC;

    /** As written in JSON. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A node.
   *
   * @param recordsPerSecond over the last seconds; 0 of stores and topics
   * @param recordsTotal since the tasks came to this instance; 0 of stores and topics
   */
  public record NodeView(String name, NodeKind kind, double recordsPerSecond, long recordsTotal) {}

  /** From one node to another, by name. */
  public record Edge(String from, String to) {}
}
