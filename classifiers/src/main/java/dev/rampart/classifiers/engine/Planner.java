package dev.rampart.classifiers.engine;

import ai.onnxruntime.OrtException;
import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.manifest.Gate;
import dev.rampart.classifiers.manifest.Manifest;
import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.manifest.Problem;
import dev.rampart.classifiers.runtime.Fusion;
import dev.rampart.classifiers.runtime.LoadedModel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one plan from what is wanted, loading what is not loaded yet; what it loaded is released
 * again when it fails. Used once.
 */
final class Planner {
  private static final Logger LOG = System.getLogger(Planner.class.getName());

  private final Stock stock;
  private final Lanes lanes;
  private final List<Assignment> wanted;
  private final boolean fused;
  private final List<LoadedModel> held = new ArrayList<>();

  Planner(Stock stock, Lanes lanes, List<Assignment> wanted, boolean fused) {
    this.stock = stock;
    this.lanes = lanes;
    this.wanted = wanted;
    this.fused = fused;
  }

  /**
   * The plan.
   *
   * @throws ModelRefusedException when one of the models cannot be served as it is wanted
   */
  Plan plan() {
    try {
      List<Gate> gates = stock.source().gates();
      List<Seat> seats = new ArrayList<>();
      for (Assignment assignment : wanted) {
        seats.add(seat(assignment, gates));
      }
      checkGates(seats);
      return new Plan(fused ? fuse(seats) : seats, held);
    } catch (RuntimeException e) {
      held.forEach(model -> model.leases().release(1));
      throw e;
    }
  }

  private Seat seat(Assignment assignment, List<Gate> gates) {
    String name = assignment.id().name();
    Serving serving = serving(assignment, name);
    return new Seat(
        serving,
        lanes.of(serving.model().manifest()),
        standby(serving),
        gates.stream().filter(gate -> gate.asked().equals(name)).findFirst().orElse(null));
  }

  private Serving serving(Assignment assignment, String answersFor) {
    LoadedModel model = stock.take(assignment.id());
    held.add(model);
    return Serving.of(assignment, model, answersFor, stock.circuit(assignment, model, answersFor));
  }

  private @Nullable Seat standby(Serving primary) {
    Manifest manifest = primary.model().manifest();
    if (manifest.standby().isEmpty()) {
      return null;
    }
    ModelId id =
        stock
            .standby(manifest.standby(), wanted)
            .orElseThrow(() -> refusal(manifest, "no such model", "a model of the repository"));
    Assignment assignment =
        new Assignment(id, primary.assignment().role(), primary.assignment().share());
    Serving standby = serving(assignment, manifest.id().name());
    List<String> labels = standby.served().labels();
    if (!labels.containsAll(manifest.labels())) {
      throw refusal(manifest, id + " with labels " + labels, "one that has " + manifest.labels());
    }
    return new Seat(standby, lanes.of(standby.model().manifest()), null, null);
  }

  /** Models that cannot be run as one after all are run one by one. */
  private List<Seat> fuse(List<Seat> seats) {
    List<Seat> result = seats;
    for (Fusion fusion :
        Fusion.among(seats.stream().map(seat -> seat.serving().model()).toList())) {
      try {
        LoadedModel unit = fusion.open();
        held.add(unit);
        result = result.stream().map(seat -> seat.in(unit, fusion)).toList();
      } catch (OrtException e) {
        LOG.log(Level.WARNING, "linear models are run one by one: " + e.getMessage());
      }
    }
    return result;
  }

  private static ModelRefusedException refusal(Manifest manifest, String found, String allowed) {
    String field = "fallback " + manifest.standby();
    Problem problem = new Problem(manifest.id() + "/" + Manifest.NAME, field, found, allowed);
    return new ModelRefusedException(manifest.id().toString(), List.of(problem));
  }

  private static void checkGates(List<Seat> seats) {
    List<Problem> problems = new ArrayList<>();
    for (Seat seat : seats) {
      for (Seat opener : seats) {
        if (seat.gate() != null && opens(opener, seat.gate())) {
          check(seat.gate(), opener.serving().served().labels(), problems);
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new ModelRefusedException(Gate.FILE, problems);
    }
  }

  private static boolean opens(Seat seat, Gate gate) {
    return seat.serving().served().id().name().equals(gate.model());
  }

  private static void check(Gate gate, List<String> labels, List<Problem> problems) {
    for (Gate.Doubt doubt : gate.doubts()) {
      if (!labels.contains(doubt.label())) {
        problems.add(
            new Problem(
                Gate.FILE,
                gate.asked() + ": when",
                gate.model() + "." + doubt.label(),
                "the labels " + labels));
      }
    }
  }
}
