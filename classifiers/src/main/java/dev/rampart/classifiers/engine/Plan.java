package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.ModelRole;
import dev.rampart.classifiers.ServedModel;
import dev.rampart.classifiers.runtime.Leases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The models that are served between two swaps. Immutable. A request holds a lease on the plan that
 * it was submitted under until it is answered, and the plan holds its models, so that a swap never
 * closes a session under a run. For any thread.
 */
public final class Plan {
  private static final int MOST_CANARIES = 8;

  private final List<Serving> servings;
  private final List<ServedModel> models;
  private final List<Serving> canaries;
  private final List<Lane> lanes;
  private final AtomicReferenceArray<Asked> asked;
  private final Leases leases;

  /**
   * A plan that takes over the caller's lease on each model.
   *
   * @param lanes one for each serving, the one that takes its kind of input
   */
  public Plan(List<Serving> servings, List<Lane> lanes) {
    this.servings = List.copyOf(servings);
    this.lanes = List.copyOf(lanes);
    this.models = servings.stream().map(Serving::served).toList();
    this.canaries =
        servings.stream().filter(s -> s.assignment().role() == ModelRole.CANARY).toList();
    if (canaries.size() > MOST_CANARIES) {
      throw new IllegalArgumentException(
          "canaries: found " + canaries.size() + ", allowed " + MOST_CANARIES + " at once");
    }
    this.asked = new AtomicReferenceArray<>(1 << canaries.size());
    this.leases = new Leases(this::free);
  }

  public List<ServedModel> models() {
    return models;
  }

  public List<Serving> servings() {
    return servings;
  }

  public Leases leases() {
    return leases;
  }

  /** The models that are asked about a subject, and where. */
  Asked asked(String subjectId) {
    int taken = 0;
    for (int i = 0; i < canaries.size(); i++) {
      taken |= takes(canaries.get(i), subjectId) ? 1 << i : 0;
    }
    Asked known = asked.get(taken);
    if (known == null) {
      known = ask(taken);
      asked.set(taken, known);
    }
    return known;
  }

  private static boolean takes(Serving canary, String subjectId) {
    int hash = (subjectId.hashCode() ^ canary.served().id().name().hashCode()) * 0x9E3779B1;
    return (hash >>> 8) < canary.assignment().share() * (1 << 24);
  }

  private Asked ask(int taken) {
    List<ServedModel> chosen = new ArrayList<>();
    Map<Lane, List<Asked.One>> byLane = new LinkedHashMap<>();
    for (int i = 0; i < servings.size(); i++) {
      Serving serving = servings.get(i);
      if (isAsked(serving, taken)) {
        byLane
            .computeIfAbsent(lanes.get(i), lane -> new ArrayList<>())
            .add(new Asked.One(serving, chosen.size()));
        chosen.add(serving.served());
      }
    }
    List<Asked.InLane> inLanes = new ArrayList<>();
    byLane.forEach((lane, ones) -> inLanes.add(new Asked.InLane(lane, List.copyOf(ones))));
    return new Asked(List.copyOf(chosen), List.copyOf(inLanes));
  }

  private boolean isAsked(Serving serving, int taken) {
    return switch (serving.assignment().role()) {
      case SHADOW -> true;
      case CANARY -> (taken >> canaries.indexOf(serving) & 1) == 1;
      case LIVE -> noneTakes(serving.served().id().name(), taken);
    };
  }

  private boolean noneTakes(String name, int taken) {
    for (int i = 0; i < canaries.size(); i++) {
      if ((taken >> i & 1) == 1 && canaries.get(i).served().id().name().equals(name)) {
        return false;
      }
    }
    return true;
  }

  private void free() {
    servings.forEach(serving -> serving.model().leases().release(1));
  }
}
