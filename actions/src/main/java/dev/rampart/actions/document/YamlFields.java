package dev.rampart.actions.document;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The fields of one YAML mapping. Reading a field that is absent or wrong records a problem and
 * gives a harmless value, so that one pass over a document finds everything.
 */
final class YamlFields {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(3653);

  /** Entries of a list or mapping, rules among them: each may cost a millisecond. */
  private static final int MOST_ENTRIES = 2_000;

  private final Problems problems;
  private final String path;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  YamlFields(Problems problems, String path, Node node) {
    this.problems = problems;
    this.path = path;
    this.node = node;
    if (node instanceof MappingNode mapping) {
      if (isSmall(node, path, mapping.getValue().size())) {
        mapping.getValue().forEach(this::add);
      }
    } else {
      problems.add(node, path, "found " + found(node) + ", allowed a mapping of fields");
    }
  }

  private boolean isSmall(Node list, String where, int entries) {
    if (entries > MOST_ENTRIES) {
      problems.add(list, where, "found " + entries + " entries, allowed " + MOST_ENTRIES);
    }
    return entries <= MOST_ENTRIES;
  }

  private void add(NodeTuple tuple) {
    String key =
        tuple.getKeyNode() instanceof ScalarNode scalar
            ? scalar.getValue()
            : found(tuple.getKeyNode());
    if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
      problems.add(tuple.getKeyNode(), field(key), "found a second time, allowed once");
    }
  }

  /** Records a problem for each field that is not among these. */
  void allow(String... names) {
    Set<String> allowed = Set.of(names);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && !allowed.contains(key.getValue())) {
          problems.add(
              key,
              field(key.getValue()),
              "unknown field, allowed " + String.join(", ", new TreeSet<>(allowed)));
        }
      }
    }
  }

  String field(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  Set<String> names() {
    return values.keySet();
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The node of a field, or the whole mapping where it is absent: where to point at. */
  Node at(String name) {
    return values.getOrDefault(name, node);
  }

  void report(String name, String message) {
    problems.add(at(name), field(name), message);
  }

  @Nullable ScalarNode scalar(String name) {
    Node value = values.get(name);
    if (value == null) {
      report(name, "not found, required");
    } else if (value instanceof ScalarNode scalar) {
      return scalar;
    } else {
      report(name, "found " + found(value) + ", allowed a single value");
    }
    return null;
  }

  String text(String name) {
    ScalarNode scalar = scalar(name);
    return scalar == null ? "" : scalar.getValue();
  }

  String text(String name, String fallback) {
    return has(name) ? text(name) : fallback;
  }

  double number(String name, double min, double max) {
    return parsed(
        name,
        Double::parseDouble,
        value -> value >= min && value <= max && Double.isFinite(value),
        min,
        "a number" + range(min, max));
  }

  int wholeNumber(String name, int min, int max) {
    return parsed(
        name,
        Integer::parseInt,
        value -> value >= min && value <= max,
        min,
        "a whole number" + range(min, max));
  }

  Duration duration(String name) {
    return parsed(
        name,
        Duration::parse,
        value -> value.compareTo(SHORTEST) >= 0 && value.compareTo(LONGEST) <= 0,
        SHORTEST,
        "an ISO-8601 duration from PT1S to P3653D, PT10M or P7D for instance");
  }

  Instant instant(String name) {
    return parsed(
        name,
        Instant::parse,
        value -> true,
        Instant.MAX,
        "a time in UTC, 2026-12-01T00:00:00Z for instance");
  }

  private <T> T parsed(
      String name, Function<String, T> parser, Predicate<T> inRange, T harmless, String allowed) {
    ScalarNode scalar = scalar(name);
    if (scalar == null) {
      return harmless;
    }
    Optional<T> value = parsed(scalar.getValue(), parser).filter(inRange);
    if (value.isEmpty()) {
      report(name, "found '" + scalar.getValue() + "', allowed " + allowed);
    }
    return value.orElse(harmless);
  }

  private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String range(double min, double max) {
    String from = min == -Double.MAX_VALUE ? "" : " from " + plain(min);
    String to = max == Double.MAX_VALUE || max == Integer.MAX_VALUE ? "" : " to " + plain(max);
    return from + to;
  }

  static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** One of the constants, or empty, with a problem recorded, where it is none of them. */
  <E extends Enum<E>> Optional<E> choice(String name, List<E> allowed) {
    ScalarNode scalar = scalar(name);
    return scalar == null
        ? Optional.empty()
        : Optional.ofNullable(choice(scalar, field(name), allowed));
  }

  <E extends Enum<E>> E choice(String name, List<E> allowed, E fallback) {
    return has(name) ? choice(name, allowed).orElse(fallback) : fallback;
  }

  <E extends Enum<E>> List<E> choices(String name, List<E> allowed) {
    return items(name, (item, field) -> choice(item, field, allowed));
  }

  private <E extends Enum<E>> @Nullable E choice(Node item, String field, List<E> allowed) {
    for (E value : allowed) {
      if (item instanceof ScalarNode scalar && written(value).equals(scalar.getValue())) {
        return value;
      }
    }
    String names = allowed.stream().map(YamlFields::written).collect(Collectors.joining(", "));
    problems.add(item, field, "found " + found(item) + ", allowed " + names);
    return null;
  }

  static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The values of a list; at least one. */
  List<String> texts(String name) {
    List<String> texts =
        items(
            name,
            (item, field) -> {
              if (item instanceof ScalarNode scalar) {
                return scalar.getValue();
              }
              problems.add(item, field, "found " + found(item) + ", allowed a single value");
              return null;
            });
    if (has(name) && at(name) instanceof SequenceNode list && list.getValue().isEmpty()) {
      report(name, "found an empty list, allowed one or more values");
    }
    return texts;
  }

  /** The mappings of a list. */
  <T> List<T> mappings(String name, Function<YamlFields, @Nullable T> reader) {
    return items(name, (item, field) -> reader.apply(new YamlFields(problems, field, item)));
  }

  private <T> List<T> items(String name, ItemReader<T> reader) {
    Node value = at(name);
    List<T> items = new ArrayList<>();
    if (!has(name)) {
      report(name, "not found, required");
    } else if (value instanceof SequenceNode sequence) {
      if (isSmall(value, field(name), sequence.getValue().size())) {
        read(sequence, field(name), reader, items);
      }
    } else {
      report(name, "found " + found(value) + ", allowed a list");
    }
    return items;
  }

  private static <T> void read(
      SequenceNode sequence, String field, ItemReader<T> reader, List<T> items) {
    for (int i = 0; i < sequence.getValue().size(); i++) {
      T item = reader.read(sequence.getValue().get(i), field + "[" + i + "]");
      if (item != null) {
        items.add(item);
      }
    }
  }

  private interface ItemReader<T> {
    @Nullable T read(Node item, String field);
  }

  /** The mapping in a field. */
  YamlFields mapping(String name) {
    return new YamlFields(problems, field(name), at(name));
  }

  private static String found(Node node) {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    return node instanceof SequenceNode ? "a list" : "'" + ((ScalarNode) node).getValue() + "'";
  }
}
