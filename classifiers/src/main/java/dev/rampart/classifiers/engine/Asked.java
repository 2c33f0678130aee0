package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.ServedModel;
import java.util.List;

/**
 * Who is asked about a request.
 *
 * @param models in the order of the ticket's scores
 * @param lanes where they are asked
 */
record Asked(List<ServedModel> models, List<InLane> lanes) {
  /**
   * A model and its place on the ticket.
   *
   * @param serving which model
   * @param index of its score
   */
  record One(Serving serving, int index) {}

  /**
   * The models of one lane.
   *
   * @param lane that encodes for them
   * @param ones of them
   */
  record InLane(Lane lane, List<One> ones) {}
}
