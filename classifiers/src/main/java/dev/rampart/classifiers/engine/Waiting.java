package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
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
    ScoringRequest request, ScoringTicket ticket, List<Asked.One> ones, Plan plan, long since) {
  /** Answers for every model of this lane that there is no score. */
  void giveUp(Missing.Cause cause, String detail) {
    for (Asked.One one : ones) {
      ticket.complete(one.index(), Missing.of(one.serving().served(), cause, detail));
    }
  }

  void giveUp(Missing.Cause cause) {
    for (Asked.One one : ones) {
      ticket.complete(one.index(), Missing.of(one.serving().served(), cause));
    }
  }
}
