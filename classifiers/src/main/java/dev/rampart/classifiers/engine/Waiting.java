package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.ModelScore;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
import dev.rampart.classifiers.engine.Asked.Gated;
import dev.rampart.classifiers.engine.Asked.One;
import java.time.Duration;
import java.util.List;

/**
 * A request that waits in a lane.
 *
 * @param request to be scored
 * @param ticket that takes the scores
 * @param ones models to ask here
 * @param plan on which it holds a lease
 * @param since by {@link System#nanoTime()}
 */
record Waiting(
    ScoringRequest request, ScoringTicket ticket, List<One> ones, Plan plan, long since) {
  /** Whether it has waited longer than its deadline, or the engine's where it has none. */
  boolean isLate(long now, long usualNanos) {
    Duration own = request.deadline();
    return now - since > (own == null ? usualNanos : own.toNanos());
  }

  /** Takes a model's answer, and asks those whose gate it opens. */
  void answer(One one, ModelScore score) {
    if (ticket.complete(one.index(), score)) {
      List<Gated> gated = one.gated();
      for (int i = 0; i < gated.size(); i++) {
        follow(gated.get(i), score);
      }
    }
  }

  private void follow(Gated gated, ModelScore score) {
    if (gated.gate().opensFor(score)) {
      ask(gated.one());
    } else {
      answer(gated.one(), Missing.of(gated.one().serving().served(), Missing.Cause.NOT_ASKED));
    }
  }

  /** A model could not answer: another does in its place, or there is no score. */
  void fail(One one, Missing.Cause cause, String detail) {
    One standby = one.standby();
    if (standby == null) {
      answer(one, Missing.of(one.serving().served(), cause, detail));
    } else {
      ask(standby);
    }
  }

  /** No model of this lane can answer. */
  void failAll(Missing.Cause cause, String detail) {
    ones.forEach(one -> fail(one, cause, detail));
  }

  /** No model may answer any more: what is at fault is not a model. */
  void giveUp(Missing.Cause cause, String detail) {
    for (One one : ones) {
      answer(one, Missing.of(one.serving().served(), cause, detail));
    }
  }

  /** Hands the request on to the lane of another model, under a lease of its own. */
  private void ask(One one) {
    Waiting next = new Waiting(request, ticket, List.of(one), plan, since);
    if (!plan.leases().take()) {
      throw new IllegalStateException("a request outlived its plan");
    }
    if (!one.lane().putBack(next)) {
      next.giveUp(Missing.Cause.CLOSED, "");
      plan.leases().release(1);
    }
  }
}
