package dev.rampart.ops.features;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.UserEventKind;
import dev.rampart.topology.event.InputEvent;
import dev.rampart.topology.features.FeatureExplainer;
import java.util.List;

/**
 * The events of one account up to the one that is to be explained.
 *
 * @param decisions in the order in which they were made, the one to explain last
 */
record AccountHistory(List<DecidedEvent> decisions, InputEvents input) {
  AccountHistory {
    decisions = List.copyOf(decisions);
  }

  EventExplanation explain(FeatureExplainer explainer) {
    DecidedEvent last = decisions.get(decisions.size() - 1);
    for (DecidedEvent decision : decisions.subList(0, decisions.size() - 1)) {
      InputEvent event = event(decision);
      explainer.observe(event);
      if (event.kind() == UserEventKind.ERASE) {
        explainer.forget();
      }
    }
    return EventExplanation.of(last, explainer.explain(event(last)));
  }

  private InputEvent event(DecidedEvent decision) {
    return input
        .of(decision)
        .orElseThrow(
            () ->
                CommandFailure.failed(
                    "--input: has no event '" + decision.eventId() + "', which was decided"));
  }
}
