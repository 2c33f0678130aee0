package dev.rampart.ops.features;

import dev.rampart.ops.features.EventExplanation.ExplainedFeature;
import dev.rampart.topology.features.Contribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An explanation for people. */
final class ExplanationText {
  private ExplanationText() {}

  static String of(EventExplanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add("event %s of account %s".formatted(explanation.eventId(), explanation.author()));
    explanation.features().forEach(feature -> addTo(lines, feature));
    return String.join(System.lineSeparator(), lines);
  }

  private static void addTo(List<String> lines, ExplainedFeature feature) {
    lines.add("");
    lines.add("%s = %s%s".formatted(feature.name(), number(feature.served()), note(feature)));
    lines.add("  " + origin(feature));
    feature.sources().forEach((name, value) -> lines.add("  of " + name + " = " + number(value)));
    feature.newest().forEach(contribution -> lines.add("    " + line(contribution)));
    if (feature.events() > feature.newest().size()) {
      lines.add("    and %,d before".formatted(feature.events() - feature.newest().size()));
    }
  }

  private static String note(ExplainedFeature feature) {
    if (!feature.entity().equals("author")) {
      return "  (served from the record of another entity, not worked out again)";
    }
    if (!java.util.Objects.equals(feature.served(), feature.value())) {
      return "  (served; worked out again: " + number(feature.value()) + ")";
    }
    return feature.byDefault() ? "  (the default: there was no value)" : "";
  }

  private static String origin(ExplainedFeature feature) {
    if (feature.windowFrom() == null) {
      return "%s up to %s, from %,d events"
          .formatted(feature.aggregate(), feature.windowTo(), feature.events());
    }
    return "%s over %s, tiles from %s up to %s, from %,d events"
        .formatted(
            feature.aggregate(),
            feature.window(),
            feature.windowFrom(),
            feature.windowTo(),
            feature.events());
  }

  private static String line(Contribution contribution) {
    return "%s at %s, tile %s: %s"
        .formatted(
            contribution.eventId(),
            contribution.time(),
            contribution.tile(),
            number(contribution.entered()));
  }

  private static String number(@Nullable Double value) {
    if (value == null) {
      return "none";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : value.toString();
  }
}
