package dev.rampart.topology.features;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.FieldType;
import dev.rampart.topology.text.FoldedText;
import java.util.List;

/** Reads texts from an event. Confined to one thread. */
@FunctionalInterface
interface EventText {
  void addTo(TextKeys keys, EventView event);

  /** Reads what a checked expression names. */
  static EventText in(String expression) {
    if (expression.equals(Expressions.FOLDED_CONTENT)) {
      return folded(new FoldedText());
    }
    EventField field = Expressions.field(expression).orElseThrow();
    return field.type() == FieldType.STRING_LIST
        ? (keys, event) -> addAll(keys, (List<?>) event.value(field))
        : (keys, event) -> keys.add((String) event.value(field));
  }

  private static EventText folded(FoldedText folded) {
    return (keys, event) -> {
      folded.take((String) event.value(EventField.CONTENT));
      keys.add(folded);
    };
  }

  private static void addAll(TextKeys keys, List<?> texts) {
    for (Object text : texts) {
      keys.add((String) text);
    }
  }
}
