package dev.rampart.schemas.serde;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;

/** Avro's own writer, with a short cut for {@link Numbers}. */
final class ContractWriter<T> extends SpecificDatumWriter<T> {
  ContractWriter(Schema schema, SpecificData model) {
    super(schema, model);
  }

  @Override
  protected void writeArray(Schema schema, Object datum, Encoder out) throws IOException {
    if (datum instanceof Numbers numbers
        && schema.getElementType().getType() == Schema.Type.DOUBLE) {
      writeNumbers(numbers, out);
    } else {
      super.writeArray(schema, datum, out);
    }
  }

  private static void writeNumbers(Numbers numbers, Encoder out) throws IOException {
    int size = numbers.size();
    out.writeArrayStart();
    out.setItemCount(size);
    for (int i = 0; i < size; i++) {
      out.startItem();
      out.writeDouble(numbers.at(i));
    }
    out.writeArrayEnd();
  }
}
