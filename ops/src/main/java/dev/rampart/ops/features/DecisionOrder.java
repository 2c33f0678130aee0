package dev.rampart.ops.features;

import dev.rampart.ops.cli.CommandFailure;
import java.util.HashMap;
import java.util.Map;

/** Checks that the decisions of every account come in the order in which they were made. */
final class DecisionOrder {
  private record Input(String author, String topic) {}

  private final Map<Input, Long> last = new HashMap<>();

  void check(DecidedEvent decision) {
    Long before = last.put(new Input(decision.author(), decision.topic()), decision.offset());
    if (before != null && before >= decision.offset()) {
      throw CommandFailure.wrongUsage(
          "--decisions: line %d has offset %d of %s after offset %d of the same account; allowed:"
                  .formatted(decision.line(), decision.offset(), decision.topic(), before)
              + " the order of the decisions topic, each decision once");
    }
  }
}
