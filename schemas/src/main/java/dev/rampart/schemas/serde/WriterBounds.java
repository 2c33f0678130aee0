package dev.rampart.schemas.serde;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/**
 * Whether the text of a schema bounds the time and the depth of reading a record that was written
 * with it. Whoever may register a schema could otherwise add a field that holds itself, which is
 * read by recursion: a record of a few hundred kilobytes overflows the stack. Used once, by one
 * thread.
 */
final class WriterBounds {
  /** Far more than any contract has; types that are used twice count twice. */
  static final int MOST_PARTS = 10_000;

  private final Set<String> open = new HashSet<>();
  private int parts;

  private WriterBounds() {}

  /**
   * @throws IllegalArgumentException with what is wrong, where it does not
   */
  static void check(Schema written) {
    new WriterBounds().visit(written);
  }

  private void visit(Schema schema) {
    if (++parts > MOST_PARTS) {
      throw new IllegalArgumentException("it has more than " + MOST_PARTS + " parts");
    }
    inner(schema).forEach(this::visit);
    if (schema.getType() == Schema.Type.RECORD) {
      fields(schema);
    }
  }

  private static List<Schema> inner(Schema schema) {
    return switch (schema.getType()) {
      case ARRAY -> List.of(schema.getElementType());
      case MAP -> List.of(schema.getValueType());
      case UNION -> schema.getTypes();
      case RECORD, NULL, FIXED, ENUM, STRING, BYTES, INT, LONG, BOOLEAN, FLOAT, DOUBLE -> List.of();
    };
  }

  private void fields(Schema record) {
    if (!open.add(record.getFullName())) {
      throw new IllegalArgumentException(record.getFullName() + " holds itself");
    }
    for (Field field : record.getFields()) {
      visit(field.schema());
    }
    open.remove(record.getFullName());
  }
}
