package dev.rampart.topology.features;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FieldType;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The value expressions of the catalogue: {@code event.<field>}. */
final class Expressions {
  /** The text of a message without what copiers change. */
  static final String FOLDED_CONTENT = "folded(event.content)";

  private static final String PREFIX = "event.";

  private Expressions() {}

  /** What a value expression must give. */
  enum Kind {
    NONE,
    NUMBER,
    TEXT,
    TIME;

    boolean accepts(String expression) {
      return (this == TEXT && expression.equals(FOLDED_CONTENT))
          || field(expression).map(EventField::type).filter(this::includes).isPresent();
    }

    String allowed() {
      return "one of " + fields(this::includes) + (this == TEXT ? ", " + FOLDED_CONTENT : "");
    }

    private boolean includes(FieldType type) {
      return switch (type) {
        case INT -> this == NUMBER;
        case STRING, STRING_LIST -> this == TEXT;
        case TIMESTAMP -> this == TIME;
        case BOOL -> false;
      };
    }
  }

  /** Field that an expression names. */
  static Optional<EventField> field(String expression) {
    return expression.startsWith(PREFIX)
        ? EventField.named(expression.substring(PREFIX.length()))
        : Optional.empty();
  }

  /** The fields whose type passes, as a list for people. */
  static String fields(Predicate<FieldType> type) {
    return Arrays.stream(EventField.values())
        .filter(field -> type.test(field.type()))
        .map(field -> PREFIX + field.fieldName())
        .collect(Collectors.joining(", "));
  }
}
