package dev.rampart.schemas.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/**
 * The contracts as tables in Markdown: each record and enum once, in the order in which a reader
 * meets them.
 */
final class ContractTables {
  private final Map<String, String> sections = new LinkedHashMap<>();

  static String of(Iterable<Schema> contracts) {
    ContractTables tables = new ContractTables();
    contracts.forEach(tables::visit);
    return String.join("\n", tables.sections.values());
  }

  private void visit(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> visitRecord(schema);
      case ENUM -> sections.putIfAbsent(schema.getName(), enumSection(schema));
      case ARRAY -> visit(schema.getElementType());
      case MAP -> visit(schema.getValueType());
      case UNION -> schema.getTypes().forEach(this::visit);
      case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
    }
  }

  private void visitRecord(Schema schema) {
    if (sections.putIfAbsent(schema.getName(), recordSection(schema)) == null) {
      schema.getFields().forEach(field -> visit(field.schema()));
    }
  }

  private static String recordSection(Schema schema) {
    String rows =
        schema.getFields().stream().map(ContractTables::row).collect(Collectors.joining());
    return "### %s\n\n%s\n\n| field | type | default | |\n|---|---|---|---|\n%s"
        .formatted(schema.getName(), schema.getDoc(), rows);
  }

  private static String enumSection(Schema schema) {
    String symbols =
        schema.getEnumSymbols().stream().map(s -> "`" + s + "`").collect(Collectors.joining(" "));
    return "### %s\n\n%s\n\n%s; older readers see `%s` for what they do not know.\n"
        .formatted(schema.getName(), schema.getDoc(), symbols, schema.getEnumDefault());
  }

  private static String row(Field field) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(field.name(), type(field.schema()), defaultOf(field), field.doc());
  }

  private static String type(Schema schema) {
    return switch (schema.getType()) {
      case RECORD, ENUM, FIXED -> schema.getName();
      case ARRAY -> "array of " + type(schema.getElementType());
      case MAP -> "map of " + type(schema.getValueType());
      case UNION ->
          schema.getTypes().stream().map(ContractTables::type).collect(Collectors.joining(" or "));
      case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> scalar(schema);
    };
  }

  private static String scalar(Schema schema) {
    String name = schema.getType().getName();
    return schema.getLogicalType() == null
        ? name
        : name + " (" + schema.getLogicalType().getName() + ")";
  }

  private static String defaultOf(Field field) {
    if (!field.hasDefaultValue()) {
      return "required";
    }
    Object value = field.defaultVal();
    return value == JsonProperties.NULL_VALUE ? "null" : text(value);
  }

  private static String text(Object value) {
    return value.equals("") ? "empty" : "`" + value + "`";
  }
}
