package dev.rampart.ops.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/**
 * The nodes of a topology in layers: a node stands one layer after the last of those that feed it,
 * so that every arrow points forward.
 *
 * @param layers boxes of each layer, by name
 * @param arrows from node to node
 */
public record Drawing(List<List<Box>> layers, List<Arrow> arrows) {
  /**
   * A node.
   *
   * @param name name of the node
   * @param reads topics that a source reads
   * @param stores stores that a processor uses
   * @param writes topic that a sink writes
   */
  public record Box(String name, Set<String> reads, Set<String> stores, Set<String> writes) {
    private static Box of(Node node) {
      if (node instanceof Source source) {
        return new Box(node.name(), source.topicSet(), Set.of(), Set.of());
      }
      if (node instanceof Processor processor) {
        return new Box(node.name(), Set.of(), processor.stores(), Set.of());
      }
      return new Box(node.name(), Set.of(), Set.of(), Set.of(((Sink) node).topic()));
    }
  }

  /** From one node to another, by name. */
  public record Arrow(String from, String to) {}

  /** Puts the nodes of a topology in layers. */
  public static Drawing of(TopologyDescription description) {
    List<Node> nodes =
        description.subtopologies().stream()
            .flatMap(part -> part.nodes().stream())
            .sorted(Comparator.comparing(Node::name))
            .map(Node.class::cast)
            .toList();
    Map<String, Integer> depths = new HashMap<>();
    Map<Integer, List<Box>> layers = new TreeMap<>();
    for (Node node : nodes) {
      layers.computeIfAbsent(depth(node, depths), key -> new ArrayList<>()).add(Box.of(node));
    }
    return new Drawing(List.copyOf(layers.values()), arrows(nodes));
  }

  /** Names of the nodes that feed a box. */
  public List<String> before(Box box) {
    return arrows.stream()
        .filter(arrow -> arrow.to().equals(box.name()))
        .map(Arrow::from)
        .sorted()
        .toList();
  }

  /** Length of the longest way from a source; a topology has no circle. */
  private static int depth(Node node, Map<String, Integer> known) {
    Integer depth = known.get(node.name());
    if (depth == null) {
      depth = node.predecessors().stream().mapToInt(each -> depth(each, known) + 1).max().orElse(0);
      known.put(node.name(), depth);
    }
    return depth;
  }

  private static List<Arrow> arrows(Collection<Node> nodes) {
    return nodes.stream()
        .flatMap(
            node ->
                node.successors().stream()
                    .map(next -> new Arrow(node.name(), next.name()))
                    .sorted(Comparator.comparing(Arrow::to)))
        .toList();
  }
}
