package dev.rampart.schemas.serde;

import java.util.ArrayList;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * New records for a reader to fill, with an {@link ArrayList} in place for every array field.
 *
 * <p>Left alone, Avro puts its own list there, whose {@code equals} knows nothing of times and
 * UUIDs and throws when an element has one in a union: two equal decisions could not be compared.
 */
final class BlankRecords<T extends SpecificRecord> {
  private final Class<T> type;
  private final Schema schema;
  private final int[] arrays;

  BlankRecords(Class<T> type) {
    this.type = type;
    this.schema = SpecificData.getForClass(type).getSchema(type);
    this.arrays =
        schema.getFields().stream()
            .filter(field -> field.schema().getType() == Schema.Type.ARRAY)
            .mapToInt(Field::pos)
            .toArray();
  }

  T next() {
    T blank = type.cast(SpecificData.newInstance(type, schema));
    for (int array : arrays) {
      blank.put(array, new ArrayList<>());
    }
    return blank;
  }
}
