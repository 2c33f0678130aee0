package dev.rampart.classifiers.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Sentences of our own with slots that are filled from lists; the same seed fills them alike. */
final class Templates {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

  private final Map<?, ?> yaml;
  private final SplittableRandom random;
  private final int copies;

  private Templates(Map<?, ?> yaml, long seed, int copies) {
    this.yaml = yaml;
    this.random = new SplittableRandom(seed);
    this.copies = copies;
  }

  /**
   * The examples of a resource beside this class.
   *
   * @param copies of each sentence that has slots
   */
  static List<Example> read(String resource, long seed, int copies) {
    try (InputStream in =
        Objects.requireNonNull(Templates.class.getResourceAsStream(resource), resource)) {
      Map<?, ?> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return new Templates(yaml, seed, copies).all();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private List<Example> all() {
    List<Example> all = new ArrayList<>();
    for (Object set : list(yaml, "sets")) {
      Map<?, ?> fields = (Map<?, ?>) set;
      Map<String, Boolean> labels = labels(fields);
      float weight = fields.get("weight") instanceof Number n ? n.floatValue() : 1f;
      for (Object text : list(fields, "texts")) {
        add(String.valueOf(text), labels, weight, all);
      }
    }
    return all;
  }

  private void add(String text, Map<String, Boolean> labels, float weight, List<Example> all) {
    int times = text.contains("{") ? copies : 1;
    for (int i = 0; i < times; i++) {
      all.add(new Example(fill(text), "templates", labels, weight));
    }
  }

  private String fill(String text) {
    Matcher matcher = SLOT.matcher(text);
    return matcher.replaceAll(
        slot -> {
          List<?> choices =
              list((Map<?, ?>) Objects.requireNonNull(yaml.get("slots")), slot.group(1));
          return Matcher.quoteReplacement(
              String.valueOf(choices.get(random.nextInt(choices.size()))));
        });
  }

  private static Map<String, Boolean> labels(Map<?, ?> fields) {
    Map<String, Boolean> labels = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(fields.get("labels")))
        .forEach(
            (name, value) -> labels.put(String.valueOf(name), Integer.valueOf(1).equals(value)));
    return labels;
  }

  private static List<?> list(Map<?, ?> fields, String name) {
    return (List<?>) Objects.requireNonNull(fields.get(name), name);
  }
}
