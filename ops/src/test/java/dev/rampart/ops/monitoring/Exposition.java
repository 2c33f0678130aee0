package dev.rampart.ops.monitoring;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an instance exposes in Prometheus' text format.
 *
 * @param types type of each metric family: counter, gauge, histogram, summary
 * @param labels names of the labels of each sample, by the sample's name: a histogram has samples
 *     that end in {@code _bucket}, {@code _count} and {@code _sum}
 * @param help what each family says of itself
 */
record Exposition(
    Map<String, String> types, Map<String, Set<String>> labels, Map<String, String> help) {
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(.*)})? \\S+");
  private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"");
  private static final Pattern VALUE = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");

  static Exposition parse(String text) {
    Exposition found = new Exposition(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    text.lines().forEach(found::take);
    return found;
  }

  private void take(String line) {
    String[] words = line.split(" ", 4);
    if (line.startsWith("# TYPE ")) {
      types.put(words[2], words[3]);
    } else if (line.startsWith("# HELP ")) {
      help.put(words[2], words.length < 4 ? "" : words[3]);
    } else {
      takeSample(SAMPLE.matcher(line));
    }
  }

  private void takeSample(Matcher sample) {
    if (sample.matches()) {
      Set<String> names = labels.computeIfAbsent(sample.group(1), first -> new TreeSet<>());
      if (sample.group(3) != null) {
        Matcher label = LABEL.matcher(VALUE.matcher(sample.group(3)).replaceAll("\""));
        while (label.find()) {
          names.add(label.group(1));
        }
      }
    }
  }

  /** Labels of a family's samples, those of its buckets without their bound. */
  Set<String> labelsOf(String family) {
    Set<String> own =
        new TreeSet<>(
            labels.getOrDefault(family, labels.getOrDefault(family + "_count", Set.of())));
    own.remove("le");
    return own;
  }
}
