package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.ServedModel;
import dev.rampart.classifiers.manifest.Gate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked about a request.
 *
 * @param models in the order of the ticket's scores
 * @param lanes where those are asked that need not wait for another's score
 */
record Asked(List<ServedModel> models, List<InLane> lanes) {
  /**
   * A model and its place on the ticket.
   *
   * @param serving which model
   * @param index of its score
   * @param lane where it is asked
   * @param standby who is asked when it cannot answer
   * @param gated who may be asked once it has answered
   */
  record One(Serving serving, int index, Lane lane, @Nullable One standby, List<Gated> gated) {}

  /**
   * A model that waits for another's score.
   *
   * @param gate that the score opens or not
   * @param one behind it
   */
  record Gated(Gate gate, One one) {}

  /**
   * The models of one lane.
   *
   * @param lane that encodes for them
   * @param ones of them
   */
  record InLane(Lane lane, List<One> ones) {}
}
