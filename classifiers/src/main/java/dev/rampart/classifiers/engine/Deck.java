package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.EngineSettings;
import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
import dev.rampart.classifiers.ServedModel;
import dev.rampart.classifiers.repository.ModelSource;
import dev.rampart.classifiers.runtime.LoadedModel;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The plan in force and the lanes that serve it. Submissions never wait for a swap. */
public final class Deck {
  private final ModelSource source;
  private final EngineSettings settings;
  private final Repairs repairs;
  private final Lanes lanes;
  private final Concerns concerns;
  private volatile Plan plan = new Plan(List.of(), List.of());
  private volatile boolean closed;

  public Deck(ModelSource source, EngineSettings settings, MeterRegistry registry) {
    this.source = source;
    this.settings = settings;
    this.concerns = new Concerns(registry);
    this.repairs = new Repairs(this, concerns);
    this.lanes = new Lanes(settings, repairs, registry);
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
        waiting.giveUp(Missing.Cause.CLOSED, "");
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

  /** See {@link dev.rampart.classifiers.Scorer#concerns}. */
  public List<String> concerns() {
    return concerns.of(plan);
  }

  /** Loads what is not loaded yet, then serves these; on a failure nothing changes. */
  public synchronized void swap(List<Assignment> wanted) {
    put(wanted, Set.of());
  }

  /** Serves what is served now, but loads some of it anew. */
  synchronized void renew(Predicate<Serving> distrusted) {
    if (!closed) {
      Set<LoadedModel> models = new HashSet<>();
      plan.seats().forEach(seat -> note(seat, distrusted, models));
      put(plan.seats().stream().map(seat -> seat.serving().assignment()).toList(), models);
    }
  }

  private static void note(Seat seat, Predicate<Serving> distrusted, Set<LoadedModel> models) {
    if (distrusted.test(seat.serving())) {
      models.add(seat.serving().model());
    }
    if (seat.standby() != null) {
      note(seat.standby(), distrusted, models);
    }
  }

  private void put(List<Assignment> wanted, Set<LoadedModel> distrusted) {
    Plan before = plan;
    Stock stock = new Stock(source, before, distrusted, concerns.noDevice(), settings.rest());
    Plan next = new Planner(stock, lanes, wanted, settings.fused()).plan();
    plan = next;
    concerns.watch(next);
    before.leases().release(1);
  }

  /** Answers everything that waits, then frees the models. */
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    repairs.close();
    lanes.close();
    plan.leases().release(1);
  }
}
