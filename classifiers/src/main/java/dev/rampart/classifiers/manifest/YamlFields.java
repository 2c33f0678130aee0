package dev.rampart.classifiers.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one mapping of a YAML file and notes what is wrong instead of stopping: a wrong field reads
 * as its stand-in, and the file is refused at the end.
 */
final class YamlFields {
  private final String file;
  private final String path;
  private final Map<?, ?> values;
  private final List<Problem> problems;

  YamlFields(String file, String path, @Nullable Object value, List<Problem> problems) {
    this.file = file;
    this.path = path;
    this.problems = problems;
    this.values = value instanceof Map<?, ?> map ? map : Map.of();
    if (!(value instanceof Map)) {
      problem("", value, "a mapping");
    }
  }

  /** Notes the fields that are not among these. */
  YamlFields only(String... allowed) {
    for (Object key : values.keySet()) {
      if (!Set.of(allowed).contains(String.valueOf(key))) {
        problem(
            String.valueOf(key),
            "an unknown field",
            String.join(", ", new TreeSet<>(Set.of(allowed))));
      }
    }
    return this;
  }

  YamlFields at(String field) {
    return new YamlFields(file, path + field + ".", values.get(field), problems);
  }

  boolean has(String field) {
    return values.containsKey(field);
  }

  String text(String field) {
    Object value = values.get(field);
    if (value instanceof String || value instanceof Number) {
      return value.toString();
    }
    problem(field, value, "a text");
    return "";
  }

  int whole(String field, int least, int most) {
    Object value = values.get(field);
    if (value instanceof Integer n && n >= least && n <= most) {
      return n;
    }
    problem(field, value, "a whole number from " + least + " to " + most);
    return least;
  }

  double share(String field) {
    Object value = values.get(field);
    if (value instanceof Number n && n.doubleValue() >= 0 && n.doubleValue() <= 1) {
      return n.doubleValue();
    }
    problem(field, value, "a number from 0 to 1");
    return 0;
  }

  <T> T oneOf(String field, Map<String, T> choices, T standIn) {
    T chosen = choices.get(String.valueOf(values.get(field)));
    if (chosen == null) {
      problem(field, values.get(field), String.join(", ", new TreeSet<>(choices.keySet())));
      return standIn;
    }
    return chosen;
  }

  /** The items of a list, each read as a mapping. */
  <T> List<T> each(String field, Function<YamlFields, T> read) {
    List<T> all = new ArrayList<>();
    List<?> items = list(field);
    for (int i = 0; i < items.size(); i++) {
      all.add(
          read.apply(new YamlFields(file, path + field + "[" + i + "].", items.get(i), problems)));
    }
    return all;
  }

  <T> List<T> listOf(String field, Class<T> type, String allowed) {
    List<T> all = new ArrayList<>();
    for (Object item : list(field)) {
      if (type.isInstance(item)) {
        all.add(type.cast(item));
      } else {
        problem(field, item, allowed);
      }
    }
    return all;
  }

  /** A mapping from names to values of one type. */
  <T> Map<String, T> mapOf(String field, Class<T> type, String allowed) {
    Map<String, T> all = new LinkedHashMap<>();
    new YamlFields(file, path + field + ".", values.get(field), problems)
        .values.forEach(
            (key, value) -> {
              if (type.isInstance(value)) {
                all.put(String.valueOf(key), type.cast(value));
              } else {
                problem(field + "." + key, value, allowed);
              }
            });
    return all;
  }

  void problem(String field, @Nullable Object found, String allowed) {
    String name = path + field;
    problems.add(
        new Problem(
            file,
            name.endsWith(".") ? name.substring(0, name.length() - 1) : name,
            found == null ? "nothing" : String.valueOf(found),
            allowed));
  }

  private List<?> list(String field) {
    Object value = values.get(field);
    if (value instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    problem(field, value, "a list that is not empty");
    return List.of();
  }
}
