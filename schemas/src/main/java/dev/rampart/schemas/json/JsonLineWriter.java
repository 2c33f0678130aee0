package dev.rampart.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rampart.schemas.Decision;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes one record with a JSON generator; the values decide how, the schema only names the fields.
 */
final class JsonLineWriter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LINE_CHARACTERS = 1024;
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final JsonGenerator out;

  private JsonLineWriter(JsonGenerator out) {
    this.out = out;
  }

  /** Something that writes; a seam for I/O errors that a text never has. */
  private interface Writing {
    void to(JsonLineWriter writer) throws IOException;
  }

  static String write(@Nullable String type, SpecificRecord record) {
    return line(
        writer -> {
          writer.out.writeStartObject();
          if (type != null) {
            writer.out.writeStringField("type", type);
          }
          writer.fields(record);
          writer.out.writeEndObject();
        });
  }

  static String writeDecision(Decision decision, List<String> featureNames) {
    return line(
        writer -> {
          writer.out.writeStartObject();
          for (Field field : decision.getSchema().getFields()) {
            writer.out.writeFieldName(field.name());
            if (field.name().equals("features")) {
              writer.features(decision.getFeatures(), featureNames);
            } else {
              writer.value(decision.get(field.pos()));
            }
          }
          writer.out.writeEndObject();
        });
  }

  private static String line(Writing writing) {
    StringWriter text = new StringWriter(LINE_CHARACTERS);
    try (JsonGenerator out = JSON.createGenerator(text)) {
      writing.to(new JsonLineWriter(out));
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text cannot fail to be written", impossible);
    }
    return text.toString();
  }

  private void fields(IndexedRecord record) throws IOException {
    for (Field field : record.getSchema().getFields()) {
      out.writeFieldName(field.name());
      value(record.get(field.pos()));
    }
  }

  private void features(List<Double> values, List<String> names) throws IOException {
    out.writeStartObject();
    for (int i = 0; i < values.size(); i++) {
      out.writeFieldName(names.get(i));
      value(values.get(i));
    }
    out.writeEndObject();
  }

  private void value(@Nullable Object value) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof IndexedRecord record) {
      out.writeStartObject();
      fields(record);
      out.writeEndObject();
    } else if (value instanceof Collection<?> list) {
      array(list);
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else {
      scalar(value);
    }
  }

  private void array(Collection<?> list) throws IOException {
    out.writeStartArray();
    for (Object element : list) {
      value(element);
    }
    out.writeEndArray();
  }

  private void object(Map<?, ?> map) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
      out.writeFieldName(entry.getKey().toString());
      value(entry.getValue());
    }
    out.writeEndObject();
  }

  private void scalar(Object value) throws IOException {
    if (value instanceof Number number) {
      number(number);
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else {
      out.writeString(value instanceof Instant time ? MILLISECONDS.format(time) : value.toString());
    }
  }

  private void number(Number number) throws IOException {
    if (!Double.isFinite(number.doubleValue())) {
      out.writeNull();
    } else if (number instanceof Float fraction) {
      out.writeNumber(fraction);
    } else if (number instanceof Double fraction) {
      out.writeNumber(fraction);
    } else {
      out.writeNumber(number.longValue());
    }
  }
}
