package dev.rampart.ops.inspect;

import dev.rampart.ops.drawing.Drawing;
import dev.rampart.ops.drawing.Drawing.Box;
import dev.rampart.ops.drawing.SvgWriter;
import dev.rampart.ops.inspect.TopologyView.Edge;
import dev.rampart.ops.inspect.TopologyView.NodeKind;
import dev.rampart.ops.inspect.TopologyView.NodeView;
import dev.rampart.topology.Pipeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws the topology with what passes through it. Safe for use by many threads. */
public final class TopologyWatch {
  private static final String STORE = "store ";
  private static final String TOPIC = "topic ";

  private final Drawing drawing;
  private final NodeRates rates;

  public TopologyWatch(Pipeline pipeline) {
    drawing = Drawing.of(pipeline.topology().describe());
    rates = new NodeRates(NodeRates.counting(pipeline.streams(), drawing), System::nanoTime);
  }

  /** To be called every few seconds: notes how far the counts are. */
  public void look() {
    rates.look();
  }

  /** Records a second that all sources of this instance read. */
  public double eventsPerSecond() {
    return boxes().stream()
        .filter(box -> !box.reads().isEmpty())
        .mapToDouble(box -> rates.rate(box.name()))
        .sum();
  }

  /** The topology as of the last look. */
  public TopologyView view() {
    Map<String, NodeView> nodes = new LinkedHashMap<>();
    List<Edge> edges = new ArrayList<>();
    for (Box box : boxes()) {
      nodes.put(box.name(), node(box));
      box.reads().forEach(topic -> edges.add(new Edge(aside(nodes, TOPIC, topic), box.name())));
      box.stores().forEach(store -> edges.add(new Edge(box.name(), aside(nodes, STORE, store))));
      box.writes().forEach(topic -> edges.add(new Edge(box.name(), aside(nodes, TOPIC, topic))));
    }
    drawing.arrows().forEach(arrow -> edges.add(new Edge(arrow.from(), arrow.to())));
    return new TopologyView(List.copyOf(nodes.values()), edges, SvgWriter.write(drawing, counts()));
  }

  /** Stores and topics may be called as a node is, so their names say what they are. */
  private static String aside(Map<String, NodeView> nodes, String prefix, String name) {
    NodeKind kind = prefix.equals(STORE) ? NodeKind.STORE : NodeKind.TOPIC;
    nodes.putIfAbsent(prefix + name, new NodeView(prefix + name, kind, 0, 0));
    return prefix + name;
  }

  private List<Box> boxes() {
    return drawing.layers().stream().flatMap(List::stream).toList();
  }

  private NodeView node(Box box) {
    return new NodeView(box.name(), kind(box), rates.rate(box.name()), rates.total(box.name()));
  }

  private static NodeKind kind(Box box) {
    if (!box.reads().isEmpty()) {
      return NodeKind.SOURCE;
    }
    return box.writes().isEmpty() ? NodeKind.PROCESSOR : NodeKind.SINK;
  }

  private Map<String, String> counts() {
    Map<String, String> counts = new HashMap<>();
    for (Box box : boxes()) {
      counts.put(
          box.name(),
          String.format(
              Locale.ROOT, "%,d · %,.0f/s", rates.total(box.name()), rates.rate(box.name())));
    }
    return counts;
  }
}
