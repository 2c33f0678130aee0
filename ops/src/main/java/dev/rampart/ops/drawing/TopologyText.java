package dev.rampart.ops.drawing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.streams.TopologyDescription;

/** The topology for people: step by step in the order of the data, then as Kafka Streams says. */
final class TopologyText {
  private TopologyText() {}

  static String of(TopologyDescription description) {
    Drawing drawing = Drawing.of(description);
    StringBuilder text = new StringBuilder();
    for (int layer = 0; layer < drawing.layers().size(); layer++) {
      append(text, layer + 1, drawing.layers().get(layer), drawing);
    }
    return text.append(System.lineSeparator()).append(description).toString().stripTrailing();
  }

  private static void append(
      StringBuilder text, int number, List<Drawing.Box> layer, Drawing drawing) {
    String label = Integer.toString(number);
    for (Drawing.Box box : layer) {
      String line =
          String.format(
              Locale.ROOT,
              "%2s  %-18s %-26s %s",
              label,
              box.name(),
              into(drawing.before(box), box.reads()),
              outOf(box));
      text.append(line.stripTrailing()).append(System.lineSeparator());
      label = "";
    }
  }

  private static String into(Collection<String> nodes, Collection<String> topics) {
    return "<- " + (nodes.isEmpty() ? joined("topic ", topics) : String.join(", ", nodes));
  }

  private static String outOf(Drawing.Box box) {
    String stores = box.stores().isEmpty() ? "" : joined("state ", box.stores());
    return box.writes().isEmpty() ? stores : "-> " + joined("topic ", box.writes());
  }

  private static String joined(String kind, Collection<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", ", kind, ""));
  }
}
