package dev.rampart.topology.features;

import dev.rampart.actions.rule.EventCondition;
import dev.rampart.actions.rule.RuleException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads how the kinds of entity besides the author are kept. */
final class EntityReader {
  private static final Set<String> FIELDS =
      new TreeSet<>(Set.of("entity", "hot_at", "kept", "remembers"));

  private final YamlFields top;
  private final YamlProblems problems;
  private final List<FeatureDefinition> features;
  private final Map<EntityKind, EntityDefinition> kinds = new EnumMap<>(EntityKind.class);

  EntityReader(YamlFields top, YamlProblems problems, List<FeatureDefinition> features) {
    this.top = top;
    this.problems = problems;
    this.features = features;
  }

  List<EntityDefinition> read() {
    top.node("entities").ifPresent(this::readList);
    features.stream()
        .map(FeatureDefinition::entity)
        .filter(kind -> kind != EntityKind.AUTHOR && !kinds.containsKey(kind))
        .distinct()
        .forEach(kind -> top.problem("entities", "no " + label(kind), "one for each kind used"));
    return List.copyOf(kinds.values());
  }

  private void readList(Node node) {
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(this::readKind);
    } else {
      top.problem("entities", YamlFields.describe(node), "a list of kinds");
    }
  }

  private void readKind(Node node) {
    YamlFields fields = new YamlFields(node, "entities[" + kinds.size() + "]", FIELDS, problems);
    Map<String, EntityKind> choices = choices();
    EntityKind kind = choices.get(fields.text("entity"));
    if (kind == null || kinds.containsKey(kind)) {
      fields.problem(
          "entity",
          "\"" + fields.text("entity") + "\"",
          "each once of " + String.join(", ", choices.keySet()));
      return;
    }
    kinds.put(kind, kind.isKeptByAccount() ? keptOnly(fields, kind) : definition(fields, kind));
  }

  private EntityDefinition definition(YamlFields fields, EntityKind kind) {
    return new EntityDefinition(kind, hotAt(fields, kind), kept(fields), remembers(fields));
  }

  /** What an account's own record holds is served at once, so there is nothing to tell anybody. */
  private static EntityDefinition keptOnly(YamlFields fields, EntityKind kind) {
    for (String field : List.of("hot_at", "remembers")) {
      if (fields.has(field)) {
        fields.problem(field, "a value", "no " + field + " for " + label(kind));
      }
    }
    return new EntityDefinition(kind, Map.of(), kept(fields), "");
  }

  private static Map<String, EntityKind> choices() {
    Map<String, EntityKind> choices = new TreeMap<>();
    Arrays.stream(EntityKind.values())
        .filter(kind -> kind != EntityKind.AUTHOR)
        .forEach(kind -> choices.put(label(kind), kind));
    return choices;
  }

  private static String label(EntityKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private Map<String, Double> hotAt(YamlFields fields, EntityKind kind) {
    Set<String> names =
        features.stream()
            .filter(feature -> feature.entity() == kind)
            .map(FeatureDefinition::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Optional<Node> node = fields.node("hot_at");
    if (node.isEmpty()) {
      fields.problem("hot_at", "nothing", "a floor for one or more of " + names);
      return Map.of();
    }
    YamlFields floors = new YamlFields(node.get(), "hot_at", names, problems);
    Map<String, Double> hotAt = new HashMap<>();
    names.stream().filter(floors::has).forEach(name -> hotAt.put(name, floor(floors, name)));
    return hotAt;
  }

  private static double floor(YamlFields floors, String name) {
    try {
      return Double.parseDouble(floors.text(name));
    } catch (NumberFormatException e) {
      floors.problem(name, "\"" + floors.text(name) + "\"", "a number");
      return Double.NaN;
    }
  }

  private static Duration kept(YamlFields fields) {
    String text = fields.required("kept", Windows.ALLOWED);
    Optional<Duration> kept = Windows.parse(text);
    if (kept.isEmpty() && !text.isEmpty()) {
      fields.problem("kept", "\"" + text + "\"", Windows.ALLOWED);
    }
    return kept.orElse(Duration.ZERO);
  }

  private static String remembers(YamlFields fields) {
    String where = fields.text("remembers");
    try {
      EventCondition.compile(where);
      SightedFields.check(fields, "remembers", where);
    } catch (RuleException e) {
      fields.problem("remembers", String.valueOf(e.getMessage()), "a CEL condition");
    }
    return where;
  }
}
