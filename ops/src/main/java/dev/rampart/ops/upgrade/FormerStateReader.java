package dev.rampart.ops.upgrade;

import dev.rampart.ops.topics.Cluster;
import dev.rampart.topology.state.KeptStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what an application left on the cluster. Confined to one thread. */
final class FormerStateReader {
  private final Cluster cluster;
  private final NewestRecords newest;
  private final String applicationId;

  FormerStateReader(Cluster cluster, NewestRecords newest, String applicationId) {
    this.cluster = cluster;
    this.newest = newest;
    this.applicationId = applicationId;
  }

  FormerState read(List<KeptStore> stores) {
    Set<String> topics = new HashSet<>(changes());
    stores.forEach(store -> topics.add(store.spreadAs()));
    Map<String, Integer> partitions = new HashMap<>();
    cluster.describe(topics).forEach((name, state) -> partitions.put(name, state.partitions()));
    Map<String, Set<Integer>> formats = new HashMap<>();
    for (KeptStore store : stores) {
      String topic = store.changes(applicationId);
      if (partitions.containsKey(topic)) {
        formats.put(topic, newest.firstBytes(topic));
      }
    }
    return new FormerState(partitions, formats, cluster.hasCommitted(applicationId));
  }

  /** Another application's id may begin like this one's: its topics are its own. */
  private Set<String> changes() {
    List<String> others =
        cluster.groups().stream().filter(group -> group.startsWith(applicationId + "-")).toList();
    return cluster.names().stream()
        .filter(topic -> KeptStore.areChanges(topic, applicationId))
        .filter(topic -> others.stream().noneMatch(other -> KeptStore.areChanges(topic, other)))
        .collect(Collectors.toSet());
  }
}
