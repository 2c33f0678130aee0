package dev.rampart.ops.inspect;

import dev.rampart.topology.topics.Nodes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.GlobalStore;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/**
 * Where a store stands in the topology.
 *
 * @param subtopology number of the sub-topology that it belongs to; -1 of a global store
 * @param sources topics that the sub-topology reads, all with as many partitions as the store
 */
record StorePlace(String name, StoreKind kind, int subtopology, Set<String> sources) {
  private static final int NOWHERE = -1;

  /** Seams of commits: they look like stores and hold nothing. */
  private static final Set<String> WITHOUT_CONTENT =
      Set.of(Nodes.COMMIT_BARRIER, Nodes.SIGHTING_BARRIER);

  /** All stores that hold something, by name. */
  static Map<String, StorePlace> all(TopologyDescription topology) {
    Map<String, StorePlace> places = new TreeMap<>();
    for (Subtopology part : topology.subtopologies()) {
      Set<String> sources = sources(part.nodes());
      for (String name : stores(part.nodes())) {
        places.put(name, new StorePlace(name, StoreKind.PARTITIONED, part.id(), sources));
      }
    }
    for (GlobalStore global : topology.globalStores()) {
      for (String name : global.processor().stores()) {
        places.put(name, new StorePlace(name, StoreKind.GLOBAL, NOWHERE, Set.of()));
      }
    }
    places.keySet().removeAll(WITHOUT_CONTENT);
    return places;
  }

  private static Set<String> sources(Collection<TopologyDescription.Node> nodes) {
    Set<String> topics = new HashSet<>();
    for (TopologyDescription.Node node : nodes) {
      if (node instanceof Source source) {
        topics.addAll(source.topicSet());
      }
    }
    return Set.copyOf(topics);
  }

  private static Set<String> stores(Collection<TopologyDescription.Node> nodes) {
    Set<String> names = new HashSet<>();
    for (TopologyDescription.Node node : nodes) {
      if (node instanceof Processor processor) {
        names.addAll(processor.stores());
      }
    }
    return names;
  }
}
