package dev.rampart.schemas.gate;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/**
 * Turns a place as Avro names it, {@code /fields/5/type/items}, into names: {@code
 * MessageEvent.content}.
 */
final class FieldPath {
  private final StringBuilder names;
  private Schema at;

  private FieldPath(Schema root) {
    this.at = root;
    this.names = new StringBuilder(root.getName());
  }

  static String of(Schema root, String location) {
    FieldPath path = new FieldPath(root);
    Deque<String> steps = new ArrayDeque<>(Arrays.asList(location.split("/")));
    while (!steps.isEmpty()) {
      path.go(steps.remove(), steps);
    }
    return path.names.toString();
  }

  private void go(String step, Deque<String> rest) {
    switch (step) {
      case "fields" -> enter(at.getFields().get(Integer.parseInt(rest.remove())));
      case "items" -> at = at.getElementType();
      case "values" -> at = at.getValueType();
      default -> enterBranch(step);
    }
  }

  private void enter(Field field) {
    names.append('.').append(field.name());
    at = field.schema();
  }

  private void enterBranch(String step) {
    if (at.isUnion() && step.matches("\\d+")) {
      at = at.getTypes().get(Integer.parseInt(step));
    }
  }
}
