package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.ModelRole;
import dev.rampart.classifiers.ServedModel;
import dev.rampart.classifiers.runtime.Leases;
import dev.rampart.classifiers.runtime.LoadedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The models that are served between two swaps. Immutable. A request holds a lease on the plan that
 * it was submitted under until it is answered, and the plan holds its models, so that a swap never
 * closes a session under a run. For any thread.
 */
final class Plan {
  private static final int MOST_CANARIES = 8;

  private final List<Seat> seats;
  private final List<LoadedModel> held;
  private final List<ServedModel> models;
  private final List<Serving> canaries;
  private final AtomicReferenceArray<Asked> asked;
  private final Leases leases;

  /**
   * A plan.
   *
   * @param seats in the order of every ticket's scores
   * @param held models on which it takes over the caller's lease, one lease for each entry
   */
  Plan(List<Seat> seats, List<LoadedModel> held) {
    this.seats = List.copyOf(seats);
    this.held = List.copyOf(held);
    this.models = seats.stream().map(seat -> seat.serving().served()).toList();
    this.canaries =
        seats.stream()
            .map(Seat::serving)
            .filter(s -> s.assignment().role() == ModelRole.CANARY)
            .toList();
    if (canaries.size() > MOST_CANARIES) {
      throw new IllegalArgumentException(
          "canaries: found " + canaries.size() + ", allowed " + MOST_CANARIES + " at once");
    }
    this.asked = new AtomicReferenceArray<>(1 << canaries.size());
    this.leases = new Leases(this::free);
  }

  List<ServedModel> models() {
    return models;
  }

  List<Seat> seats() {
    return seats;
  }

  /** Everything that is loaded for it. */
  List<LoadedModel> held() {
    return held;
  }

  Leases leases() {
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
    List<Seat> chosen = new ArrayList<>();
    for (Seat seat : seats) {
      if (isAsked(seat.serving(), taken)) {
        chosen.add(seat);
      }
    }
    return new Questionnaire(chosen).ask();
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
    held.forEach(model -> model.leases().release(1));
  }
}
