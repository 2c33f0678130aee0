package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.ModelRole;
import dev.rampart.classifiers.engine.Asked.Gated;
import dev.rampart.classifiers.engine.Asked.InLane;
import dev.rampart.classifiers.engine.Asked.One;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together who is asked about a request, in which order. */
final class Questionnaire {
  private final List<Seat> chosen;

  /**
   * @param chosen those that the request is for, in the order of the ticket's scores
   */
  Questionnaire(List<Seat> chosen) {
    this.chosen = List.copyOf(chosen);
  }

  Asked ask() {
    Map<Lane, List<One>> first = new LinkedHashMap<>();
    for (int i = 0; i < chosen.size(); i++) {
      Seat seat = chosen.get(i);
      if (opener(seat) == null) {
        first.computeIfAbsent(seat.lane(), lane -> new ArrayList<>()).add(one(seat, i));
      }
    }
    List<InLane> inLanes = new ArrayList<>();
    first.forEach((lane, ones) -> inLanes.add(new InLane(lane, List.copyOf(ones))));
    return new Asked(
        chosen.stream().map(seat -> seat.serving().served()).toList(), List.copyOf(inLanes));
  }

  /** The model whose score opens a seat's gate; null where it has none, or nobody could open it. */
  private @Nullable Seat opener(Seat seat) {
    if (seat.gate() == null || isShadow(seat)) {
      return null;
    }
    String opener = seat.gate().model();
    return chosen.stream()
        .filter(other -> !isShadow(other))
        .filter(other -> other.serving().served().id().name().equals(opener))
        .findFirst()
        .orElse(null);
  }

  private static boolean isShadow(Seat seat) {
    return seat.serving().assignment().role() == ModelRole.SHADOW;
  }

  private One one(Seat seat, int index) {
    List<Gated> gated = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      Seat other = chosen.get(i);
      if (other.gate() != null && seat.equals(opener(other))) {
        gated.add(new Gated(other.gate(), one(other, i)));
      }
    }
    List<Gated> all = List.copyOf(gated);
    Seat standby = seat.standby();
    One second =
        standby == null ? null : new One(standby.serving(), index, standby.lane(), null, all);
    return new One(seat.serving(), index, seat.lane(), second, all);
  }
}
