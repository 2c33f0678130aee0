package dev.rampart.ops.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Answers of the service as text for people. */
public final class Lines {
  private Lines() {}

  /**
   * A list as a table, a column for each field; a field that is missing is a dash.
   *
   * @param fields names of the fields, which become the head
   */
  public static String table(JsonNode items, String... fields) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Arrays.stream(fields).map(field -> field.toUpperCase(Locale.ROOT)).toList());
    items.forEach(
        item -> rows.add(Arrays.stream(fields).map(field -> cell(item.path(field))).toList()));
    int[] widths = new int[fields.length];
    rows.forEach(
        row -> {
          for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
          }
        });
    return rows.stream()
        .map(row -> line(row, widths))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(String.format(Locale.ROOT, "%-" + (widths[i] + 2) + "s", row.get(i)));
    }
    return line.toString().stripTrailing();
  }

  /** A value in one cell. */
  public static String cell(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "-";
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(Lines::cell)
          .collect(Collectors.joining(","));
    }
    return value.isObject() ? value.toString() : value.asText();
  }

  /** An object as lines of field and value, what is nested indented below. */
  public static String tree(JsonNode value) {
    List<String> lines = new ArrayList<>();
    add(lines, "", value);
    return String.join(System.lineSeparator(), lines);
  }

  private static void add(List<String> lines, String indent, JsonNode value) {
    value
        .properties()
        .forEach(
            field -> {
              if (isNested(field.getValue())) {
                lines.add(indent + field.getKey() + ":");
                addNested(lines, indent + "  ", field.getValue());
              } else {
                lines.add("%s%-20s %s".formatted(indent, field.getKey(), cell(field.getValue())));
              }
            });
  }

  private static void addNested(List<String> lines, String indent, JsonNode value) {
    if (value.isObject()) {
      add(lines, indent, value);
    } else {
      value.forEach(each -> lines.add(indent + flat(each)));
    }
  }

  private static boolean isNested(JsonNode value) {
    return value.isObject() || (value.isArray() && !value.isEmpty() && value.get(0).isObject());
  }

  /** An object on one line. */
  private static String flat(JsonNode value) {
    if (!value.isObject()) {
      return cell(value);
    }
    if (value.size() == 3 && value.has("name") && value.has("value") && value.has("unit")) {
      return "%-34s %s %s"
          .formatted(
              value.path("name").asText(), cell(value.path("value")), value.path("unit").asText());
    }
    return value.properties().stream()
        .map(field -> field.getKey() + "=" + cell(field.getValue()))
        .collect(Collectors.joining("  "));
  }
}
