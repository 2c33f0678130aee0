package dev.rampart.schemas.serde;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Avro's own writer, with short cuts for {@link Numbers}, {@link LabelledNumbers} and {@link
 * FixedCounts}.
 */
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

  @Override
  protected void writeMap(Schema schema, Object datum, Encoder out) throws IOException {
    Schema.Type values = schema.getValueType().getType();
    if (datum instanceof LabelledNumbers numbers && values == Schema.Type.FLOAT) {
      writeLabelled(numbers, out);
    } else if (datum instanceof FixedCounts counts && values == Schema.Type.INT) {
      out.writeFixed(counts.encoded());
    } else {
      super.writeMap(schema, datum, out);
    }
  }

  private static void writeLabelled(LabelledNumbers numbers, Encoder out) throws IOException {
    int size = numbers.size();
    out.writeMapStart();
    out.setItemCount(size);
    for (int i = 0; i < size; i++) {
      out.startItem();
      out.writeString(numbers.label(i));
      out.writeFloat(numbers.value(i));
    }
    out.writeMapEnd();
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
