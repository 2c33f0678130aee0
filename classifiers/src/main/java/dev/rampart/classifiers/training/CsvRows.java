package dev.rampart.classifiers.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads comma-separated files with a heading line: quotes, doubled quotes and line breaks inside
 * quotes (RFC 4180).
 */
final class CsvRows {
  private final Reader reader;
  private int next;

  private CsvRows(Reader reader) throws IOException {
    this.reader = reader;
    this.next = reader.read();
    if (next == '\uFEFF') {
      next = reader.read();
    }
  }

  /** The rows of a file, each a map from heading to value. */
  static List<Row> read(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      CsvRows rows = new CsvRows(reader);
      List<String> heading = rows.record();
      List<Row> all = new ArrayList<>();
      while (rows.next >= 0) {
        all.add(named(heading, rows.record()));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * One row.
   *
   * @param values by heading
   */
  record Row(Map<String, String> values) {
    /** The value under a heading; empty where the file has none. */
    String get(String heading) {
      return values.getOrDefault(heading, "");
    }
  }

  private static Row named(List<String> heading, List<String> values) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < heading.size(); i++) {
      row.put(heading.get(i), i < values.size() ? values.get(i) : "");
    }
    return new Row(row);
  }

  private List<String> record() throws IOException {
    while (next == '\r' || next == '\n') {
      next = reader.read();
    }
    List<String> values = new ArrayList<>();
    values.add(value());
    while (next == ',') {
      next = reader.read();
      values.add(value());
    }
    while (next == '\r' || next == '\n') {
      next = reader.read();
    }
    return values;
  }

  private String value() throws IOException {
    StringBuilder value = new StringBuilder();
    if (next == '"') {
      quoted(value);
    }
    while (next >= 0 && next != ',' && next != '\n' && next != '\r') {
      value.append((char) next);
      next = reader.read();
    }
    return value.toString();
  }

  private void quoted(StringBuilder value) throws IOException {
    next = reader.read();
    while (next >= 0) {
      if (next == '"') {
        next = reader.read();
        if (next != '"') {
          return;
        }
      }
      value.append((char) next);
      next = reader.read();
    }
  }
}
