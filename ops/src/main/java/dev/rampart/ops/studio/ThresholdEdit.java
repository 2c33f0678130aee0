package dev.rampart.ops.studio;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Changes the value of a threshold, and the version, in the text of a policy. All else, comments
 * and layout among it, stays as the author wrote it.
 */
final class ThresholdEdit {
  private ThresholdEdit() {}

  private record Replacement(ScalarNode place, String text) {}

  /**
   * The text with the changes.
   *
   * @param yaml a policy that parses and has the threshold
   */
  static String apply(String yaml, String threshold, double value, int version) {
    Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
    Node setting = in(in(root, "thresholds"), threshold);
    List<Replacement> replacements =
        List.of(
            new Replacement((ScalarNode) in(root, "version"), Integer.toString(version)),
            new Replacement((ScalarNode) in(setting, "value"), plain(value)));
    return replace(yaml, replacements);
  }

  private static Node in(Node parent, String key) {
    return ((MappingNode) parent)
        .getValue().stream()
            .filter(entry -> ((ScalarNode) entry.getKeyNode()).getValue().equals(key))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a policy without " + key))
            .getValueNode();
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** From the end to the beginning, so that places before stay true. */
  private static String replace(String yaml, List<Replacement> replacements) {
    StringBuilder text = new StringBuilder(yaml);
    replacements.stream()
        .sorted(
            Comparator.comparingInt((Replacement each) -> each.place().getStartMark().getIndex())
                .reversed())
        .forEach(
            each ->
                text.replace(
                    yaml.offsetByCodePoints(0, each.place().getStartMark().getIndex()),
                    yaml.offsetByCodePoints(0, each.place().getEndMark().getIndex()),
                    each.text()));
    return text.toString();
  }
}
