package dev.rampart.ops.monitoring;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names in a PromQL expression.
 *
 * @param metrics labels that are selected, by the name of the metric
 * @param grouping labels in {@code by}, {@code without}, {@code on}, {@code ignoring} and {@code
 *     group_left}
 */
record Query(Map<String, Set<String>> metrics, Set<String> grouping) {
  private static final Pattern STRING = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]|\\b(offset|@)\\s+\\S+");
  private static final Pattern WORD =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(\\{([^}]*)}|\\()?");
  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*[=!]");
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "inf", "nan");

  static Query parse(String text) {
    Query query = new Query(new TreeMap<>(), new TreeSet<>());
    String plain = STRING.matcher(text).replaceAll("\"\"");
    plain = query.withoutGrouping(RANGE.matcher(plain).replaceAll(" "));
    Matcher word = WORD.matcher(plain.replaceAll("(?<![a-zA-Z0-9_:])[0-9][0-9.a-z]*", " "));
    while (word.find()) {
      query.take(word.group(1), word.group(2), word.group(3));
    }
    return query;
  }

  private String withoutGrouping(String text) {
    Matcher found = GROUPING.matcher(text);
    while (found.find()) {
      for (String label : found.group(2).split(",", -1)) {
        if (!label.isBlank()) {
          grouping.add(label.strip());
        }
      }
    }
    return found.replaceAll(" ");
  }

  private void take(String name, @Nullable String after, @Nullable String selector) {
    if ("(".equals(after) || OPERATORS.contains(name.toLowerCase(Locale.ROOT))) {
      return;
    }
    Set<String> labels = metrics.computeIfAbsent(name, first -> new TreeSet<>());
    Matcher label = LABEL.matcher(selector == null ? "" : selector);
    while (label.find()) {
      labels.add(label.group(1));
    }
  }
}
