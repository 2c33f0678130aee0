package dev.rampart.schemas.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.junit.jupiter.api.Test;

class ContractDocumentationTest {
  private final Map<String, Schema> named = new LinkedHashMap<>();

  ContractDocumentationTest() {
    Contracts.current().values().forEach(this::collect);
  }

  @Test
  void shouldMeetEveryNamedType() {
    assertThat(named).hasSizeGreaterThan(15).containsKeys("Decision", "Reason", "ActionKind");
  }

  @Test
  void shouldDocumentEveryRecordFieldAndEnum() {
    named.values().forEach(type -> assertThat(type.getDoc()).as(type.getName()).isNotBlank());
    records()
        .forEach(
            (name, type) ->
                type.getFields()
                    .forEach(f -> assertThat(f.doc()).as(name + "." + f.name()).isNotBlank()));
  }

  @Test
  void shouldGiveEveryEnumASymbolForWhatAnOlderReaderDoesNotKnow() {
    named.forEach(
        (name, type) -> {
          if (type.getType() == Schema.Type.ENUM) {
            assertThat(type.getEnumDefault()).as(name).isIn(type.getEnumSymbols());
          }
        });
  }

  private Map<String, Schema> records() {
    Map<String, Schema> records = new LinkedHashMap<>(named);
    records.values().removeIf(type -> type.getType() != Schema.Type.RECORD);
    return records;
  }

  private void collect(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> collectRecord(schema);
      case ENUM, FIXED -> named.put(schema.getName(), schema);
      case ARRAY -> collect(schema.getElementType());
      case MAP -> collect(schema.getValueType());
      case UNION -> schema.getTypes().forEach(this::collect);
      case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
    }
  }

  private void collectRecord(Schema schema) {
    if (named.put(schema.getName(), schema) == null) {
      schema.getFields().stream().map(Field::schema).forEach(this::collect);
    }
  }
}
