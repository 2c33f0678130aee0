package dev.rampart.ops.upgrade;

import dev.rampart.topology.state.KeptStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds the stores of this build against what an application left on the cluster. Kafka Streams
 * itself looks for a store's changes under the store's name and begins with nothing where it finds
 * none: no error, and all that was known of the accounts is gone.
 */
final class StateCheck {
  private final String applicationId;
  private final List<KeptStore> stores;

  StateCheck(String applicationId, List<KeptStore> stores) {
    this.applicationId = applicationId;
    this.stores = List.copyOf(stores);
  }

  /** Why this build must not go on from there; empty where it may. */
  List<String> problems(FormerState former) {
    List<String> problems = new ArrayList<>();
    addLost(former, problems);
    addUnknown(former, problems);
    for (KeptStore store : stores) {
      if (former.partitions().containsKey(store.changes(applicationId))) {
        addSpread(store, former, problems);
        addFormat(store, former, problems);
      }
    }
    return problems;
  }

  /** An application that has worked has the changes of some store at least. */
  private void addLost(FormerState former, List<String> problems) {
    if (former.hasWorked() && former.partitions().keySet().stream().noneMatch(this::areChanges)) {
      problems.add(
          "application %s has worked before, and none of the topics that hold its state exists (%s)"
                  .formatted(applicationId, all())
              + ": it would go on with nothing known of any account. Bring the topics back, or"
              + " begin anew under another application id");
    }
  }

  private void addUnknown(FormerState former, List<String> problems) {
    Set<String> known =
        stores.stream().map(store -> store.changes(applicationId)).collect(Collectors.toSet());
    for (String topic : new TreeSet<>(former.partitions().keySet())) {
      if (areChanges(topic) && !known.contains(topic)) {
        problems.add(
            "%s holds the state of a store that this build does not have (it has %s): that state"
                    .formatted(topic, names())
                + " would be lost. Run the build that wrote it; delete the topic if the state may"
                + " go");
      }
    }
  }

  private void addSpread(KeptStore store, FormerState former, List<String> problems) {
    Integer has = former.partitions().get(store.changes(applicationId));
    Integer needed = former.partitions().get(store.spreadAs());
    if (has != null && needed != null && !has.equals(needed)) {
      problems.add(
          "%s has %d partitions and %s has %d: keys would find the state of others. Give the topic"
                  .formatted(store.changes(applicationId), has, store.spreadAs(), needed)
              + " its old number of partitions, or begin anew under another application id");
    }
  }

  private void addFormat(KeptStore store, FormerState former, List<String> problems) {
    String topic = store.changes(applicationId);
    for (int found : new TreeSet<>(former.newestFormats().getOrDefault(topic, Set.of()))) {
      if (found > store.format()) {
        problems.add(
            "%s holds records of format %d, this build reads %d: a newer build has written them."
                    .formatted(topic, found, store.format())
                + " Run that build or a newer one");
      }
    }
  }

  private boolean areChanges(String topic) {
    return KeptStore.areChanges(topic, applicationId);
  }

  private String all() {
    return stores.stream()
        .map(store -> store.changes(applicationId))
        .collect(Collectors.joining(", "));
  }

  private String names() {
    return stores.stream().map(KeptStore::name).collect(Collectors.joining(", "));
  }
}
