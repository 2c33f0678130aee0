package dev.rampart.topology.features;

import dev.rampart.actions.rule.EventCondition;
import dev.rampart.actions.rule.RuleException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one feature after the other and checks each, also against those before it. */
final class DefinitionReader {
  private static final Set<String> FIELDS =
      new TreeSet<>(
          Set.of(
              "name",
              "entity",
              "aggregate",
              "window",
              "where",
              "value",
              "of",
              "k",
              "default",
              "unit",
              "range",
              "why"));
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
  private final YamlProblems problems;
  private final Set<String> names = new TreeSet<>();
  private final Map<String, EntityKind> kinds = new HashMap<>();
  private final SlotNeeds needs = new SlotNeeds();
  private final TreeMap<Integer, SlotSpec> fingerprints = new TreeMap<>();

  DefinitionReader(YamlProblems problems) {
    this.problems = problems;
  }

  /** The feature; empty where it cannot be understood. Its problems are reported either way. */
  Optional<FeatureDefinition> read(Node node, int place) {
    YamlFields fields = new YamlFields(node, "features[" + place + "]", FIELDS, problems);
    int before = problems.count();
    List<String> of = sources(fields);
    String name = name(fields);
    Optional<EntityKind> entity =
        choice(
            fields,
            "entity",
            Arrays.asList(EntityKind.values()),
            kind -> kind.name().toLowerCase(Locale.ROOT));
    Optional<Aggregate> aggregate =
        choice(fields, "aggregate", Arrays.asList(Aggregate.values()), Aggregate::label);
    if (entity.isEmpty() || aggregate.isEmpty()) {
      return Optional.empty();
    }
    FeatureDefinition feature =
        new FeatureDefinition(
            name,
            entity.get(),
            aggregate.get(),
            window(fields, aggregate.get()),
            where(fields, aggregate.get()),
            value(fields, aggregate.get()),
            of,
            k(fields, aggregate.get()),
            otherwise(fields),
            fields.required("unit", "what the value counts, \"messages\" for instance"),
            fields.required("range", "the values it can take, \"0 ..\" for instance"),
            fields.required("why", "what abuse it shows"));
    checkSources(fields, feature);
    SightedFields.check(fields, feature);
    kinds.put(name, entity.get());
    if (problems.count() == before) {
      checkFingerprints(fields, feature);
    }
    return Optional.of(feature);
  }

  private String name(YamlFields fields) {
    String name = fields.required("name", "a name");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      fields.problem("name", quoted(name), "lower-case letters, digits and _, at most 64");
    }
    if (!name.isEmpty() && !names.add(name)) {
      fields.problem("name", quoted(name) + " a second time", "each name once");
    }
    return name;
  }

  private static <T> Optional<T> choice(
      YamlFields fields, String field, Iterable<T> choices, Function<T, String> label) {
    TreeMap<String, T> byLabel = new TreeMap<>();
    choices.forEach(choice -> byLabel.put(label.apply(choice), choice));
    String allowed = "one of " + String.join(", ", byLabel.keySet());
    String text = fields.required(field, allowed);
    T chosen = byLabel.get(text);
    if (chosen == null && !text.isEmpty()) {
      fields.problem(field, quoted(text), allowed);
    }
    return Optional.ofNullable(chosen);
  }

  private static Duration window(YamlFields fields, Aggregate aggregate) {
    if (!aggregate.windowed()) {
      refuse(fields, "window", aggregate);
      return Duration.ZERO;
    }
    String text = fields.required("window", Windows.ALLOWED);
    Optional<Duration> window = Windows.parse(text);
    if (window.isEmpty() && !text.isEmpty()) {
      fields.problem("window", quoted(text), Windows.ALLOWED);
    }
    return window.orElse(Duration.ZERO);
  }

  private static String where(YamlFields fields, Aggregate aggregate) {
    if (aggregate == Aggregate.VALUE) {
      refuse(fields, "where", aggregate);
    }
    String where = fields.text("where");
    try {
      EventCondition unused = EventCondition.compile(where);
    } catch (RuleException e) {
      fields.problem("where", found(e), "a CEL condition over " + allFields());
    }
    return where;
  }

  private static String found(RuleException wrong) {
    return wrong.errors().stream()
        .map(error -> "column " + (error.column() + 1) + ": " + error.message())
        .collect(Collectors.joining("; "));
  }

  private static String allFields() {
    return Expressions.fields(type -> true);
  }

  private static String value(YamlFields fields, Aggregate aggregate) {
    Expressions.Kind kind = aggregate.needs().value();
    if (kind == Expressions.Kind.NONE || (fields.has("of") && aggregate.needs().mayBeFeature())) {
      refuse(fields, "value", aggregate);
      return "";
    }
    String value = fields.required("value", kind.allowed());
    if (!value.isEmpty() && !kind.accepts(value)) {
      fields.problem("value", quoted(value), kind.allowed());
    }
    return value;
  }

  private static int k(YamlFields fields, Aggregate aggregate) {
    if (aggregate != Aggregate.TOP_K) {
      refuse(fields, "k", aggregate);
      return 0;
    }
    String text = fields.required("k", "a whole number from 1 to 16");
    if (!text.isEmpty() && !text.matches("[1-9]|1[0-6]")) {
      fields.problem("k", quoted(text), "a whole number from 1 to 16");
      return 1;
    }
    return text.isEmpty() ? 1 : Integer.parseInt(text);
  }

  private static double otherwise(YamlFields fields) {
    String text = fields.text("default");
    if (text.isEmpty()) {
      return Double.NaN;
    }
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, as the numbers that are not finite are.
    }
    fields.problem("default", quoted(text), "a finite number");
    return Double.NaN;
  }

  private List<String> sources(YamlFields fields) {
    List<String> of = fields.texts("of");
    for (String source : of) {
      if (!names.contains(source)) {
        fields.problem("of", quoted(source), "features declared above it");
      }
    }
    return of;
  }

  private void checkSources(YamlFields fields, FeatureDefinition feature) {
    int allowed = feature.aggregate().needs().sources(feature.value().isEmpty());
    if (feature.of().size() != allowed) {
      fields.problem("of", feature.of().size() + " features", allowed + " features");
    }
    if (feature.of().stream()
        .anyMatch(source -> kinds.getOrDefault(source, feature.entity()) != feature.entity())) {
      fields.problem("of", feature.of().toString(), "features of the same kind of entity");
    }
  }

  private void checkFingerprints(YamlFields fields, FeatureDefinition feature) {
    for (SlotSpec spec : needs.of(feature)) {
      SlotSpec other = fingerprints.putIfAbsent(spec.fingerprint(), spec);
      if (other != null && !other.equals(spec)) {
        fields.problem("where", "the same fingerprint as " + other, "a condition put otherwise");
      }
    }
  }

  private static void refuse(YamlFields fields, String field, Aggregate aggregate) {
    if (fields.has(field)) {
      fields.problem(
          field, quoted(fields.text(field)), "no " + field + " for " + aggregate.label());
    }
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
