package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.EngineSettings;
import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
import dev.rampart.classifiers.ServedModel;
import dev.rampart.classifiers.manifest.InputSpec;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.classifiers.runtime.LoadedModel;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plan in force and the lanes that serve it. Submissions never wait for a swap. */
public final class Deck {
  private final ModelRepository repository;
  private final EngineSettings settings;
  private final MeterRegistry registry;
  private final Map<InputSpec, Lane> lanes = new HashMap<>();
  private volatile Plan plan = new Plan(List.of(), List.of());
  private volatile boolean closed;

  public Deck(ModelRepository repository, EngineSettings settings, MeterRegistry registry) {
    this.repository = repository;
    this.settings = settings;
    this.registry = registry;
  }

  /** See {@link dev.rampart.classifiers.Scorer#submit}. */
  public ScoringTicket submit(ScoringRequest request) {
    Plan current = lease();
    if (current == null) {
      return closedTicket(request);
    }
    Asked asked = current.asked(request.subjectId());
    ScoringTicket ticket = new ScoringTicket(asked.models());
    long now = System.nanoTime();
    for (Asked.InLane inLane : asked.lanes()) {
      Waiting waiting = new Waiting(request, ticket, inLane.ones(), current, now);
      current.leases().take();
      if (!inLane.lane().put(waiting)) {
        waiting.giveUp(Missing.Cause.CLOSED);
        current.leases().release(1);
      }
    }
    current.leases().release(1);
    return ticket;
  }

  private ScoringTicket closedTicket(ScoringRequest request) {
    List<ServedModel> models = plan.asked(request.subjectId()).models();
    ScoringTicket ticket = new ScoringTicket(models);
    for (int i = 0; i < models.size(); i++) {
      ticket.complete(i, Missing.of(models.get(i), Missing.Cause.CLOSED));
    }
    return ticket;
  }

  /** The plan in force with a lease on it, or null when the engine is closed. */
  private @Nullable Plan lease() {
    while (!closed) {
      Plan current = plan;
      if (current.leases().take()) {
        return current;
      }
    }
    return null;
  }

  public List<ServedModel> models() {
    return plan.models();
  }

  /** Loads what is not loaded yet, then serves these; on a failure nothing changes. */
  public synchronized void swap(List<Assignment> wanted) {
    List<Serving> servings = new ArrayList<>();
    Plan next;
    try {
      for (Assignment assignment : wanted) {
        servings.add(Serving.of(assignment, model(assignment.id())));
      }
      next = new Plan(servings, servings.stream().map(this::lane).toList());
    } catch (RuntimeException e) {
      servings.forEach(serving -> serving.model().leases().release(1));
      throw e;
    }
    Plan before = plan;
    plan = next;
    before.leases().release(1);
  }

  private LoadedModel model(ModelId id) {
    for (Serving serving : plan.servings()) {
      if (serving.served().id().equals(id) && serving.model().leases().take()) {
        return serving.model();
      }
    }
    return repository.load(id);
  }

  private Lane lane(Serving serving) {
    InputSpec input = serving.model().manifest().input();
    return lanes.computeIfAbsent(input, spec -> new Lane(name(spec), spec, settings, registry));
  }

  private String name(InputSpec spec) {
    String kind = spec instanceof InputSpec.FeatureVector ? "features" : "text";
    return kind + "-" + lanes.size();
  }

  /** Answers everything that waits, then frees the models. */
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    lanes.values().forEach(Lane::close);
    plan.leases().release(1);
  }
}
