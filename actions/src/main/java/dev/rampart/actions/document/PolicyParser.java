package dev.rampart.actions.document;

import dev.rampart.schemas.EventType;
import dev.rampart.schemas.PolicyState;
import java.io.StringReader;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one policy from YAML. Used once, by one thread. */
final class PolicyParser {
  static final Duration STRIKES_EXPIRE = Duration.ofDays(90);
  static final double MAX_STRIKES = 1_000;
  static final List<EventType> EVENTS =
      List.of(EventType.MESSAGE, EventType.USER, EventType.FEEDBACK);

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  private final String source;
  private final String yaml;
  private final Problems problems;

  PolicyParser(String source, String yaml) {
    this.source = source;
    this.yaml = yaml;
    this.problems = new Problems(source);
  }

  PolicyDocument parse() throws PolicyException {
    Node root = compose();
    problems.throwIfAny();
    if (root == null) {
      problems.add("found nothing, allowed a policy");
      problems.throwIfAny();
      throw new IllegalStateException("an empty policy was let through");
    }
    PolicyDocument document = document(new YamlFields(problems, "", root));
    problems.throwIfAny();
    return document;
  }

  private @Nullable Node compose() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(20);
    options.setCodePointLimit(1 << 20);
    try {
      return new Yaml(options).compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      problems.add(e.getProblemMark(), "", "not valid YAML: " + e.getProblem());
    } catch (YAMLException e) {
      problems.add("not valid YAML: " + e.getMessage());
    }
    return null;
  }

  private PolicyDocument document(YamlFields fields) {
    fields.allow(
        "policy",
        "version",
        "description",
        "state",
        "canary_share",
        "events",
        "on_missing",
        "thresholds",
        "overrides",
        "strikes_expire",
        "ladder",
        "allow",
        "budget",
        "abnormal_rate",
        "review_sample",
        "rules");
    PolicyState state =
        fields.choice("state", List.of(PolicyState.values())).orElse(PolicyState.DRAFT);
    Map<String, Threshold> thresholds =
        fields.has("thresholds") ? thresholds(fields.mapping("thresholds")) : Map.of();
    return new PolicyDocument(
        source,
        id(fields, "policy"),
        fields.wholeNumber("version", 1, Integer.MAX_VALUE),
        fields.text("description", ""),
        state,
        canaryShare(fields, state),
        fields.has("strikes_expire") ? fields.duration("strikes_expire") : STRIKES_EXPIRE,
        thresholds,
        new OverrideReader(thresholds).read(fields),
        fields.has("ladder") ? ladder(fields) : List.of(),
        new AllowListReader().read(fields),
        GuardrailReader.read(fields),
        rules(fields));
  }

  /** An id: of a policy, of a rule. */
  static String id(YamlFields fields, String name) {
    String id = fields.text(name);
    if (fields.has(name) && !ID.matcher(id).matches()) {
      fields.report(
          name,
          "found '" + id + "', allowed up to 64 lower-case letters, digits and -, a letter first");
    }
    return id;
  }

  private static double canaryShare(YamlFields fields, PolicyState state) {
    if (state == PolicyState.CANARY) {
      return fields.number("canary_share", 0, 1);
    }
    if (fields.has("canary_share")) {
      fields.report("canary_share", "found without state canary, allowed with it only");
    }
    return 0;
  }

  private Map<String, Threshold> thresholds(YamlFields fields) {
    Map<String, Threshold> thresholds = new LinkedHashMap<>();
    for (String name : fields.names()) {
      if (!NAME.matcher(name).matches()) {
        fields.report(
            name,
            "allowed as a name are up to 64 lower-case letters, digits and _, a letter first");
      }
      thresholds.put(name, threshold(fields.mapping(name)));
    }
    return thresholds;
  }

  private static Threshold threshold(YamlFields fields) {
    fields.allow("value", "min", "max", "unit", "means");
    double min = fields.number("min", -Double.MAX_VALUE, Double.MAX_VALUE);
    double max = fields.number("max", -Double.MAX_VALUE, Double.MAX_VALUE);
    if (min > max) {
      fields.report("max", "found " + YamlFields.plain(max) + ", allowed no less than min");
      min = -Double.MAX_VALUE;
      max = Double.MAX_VALUE;
    }
    double value = fields.number("value", min, max);
    return new Threshold(value, min, max, fields.text("unit", ""), fields.text("means", ""));
  }

  private List<LadderStep> ladder(YamlFields fields) {
    List<LadderStep> steps = fields.mappings("ladder", PolicyParser::step);
    if (steps.stream().map(LadderStep::strikes).distinct().count() < steps.size()) {
      fields.report("ladder", "two steps have the same strikes, allowed one step for each number");
    }
    return steps.stream().sorted(Comparator.comparingDouble(LadderStep::strikes)).toList();
  }

  private static @Nullable LadderStep step(YamlFields fields) {
    fields.allow("strikes", "kind", "duration");
    double strikes = fields.number("strikes", 0.1, MAX_STRIKES);
    return fields
        .choice("kind", ActionSchema.accountKinds())
        .map(kind -> new LadderStep(strikes, kind, ActionTemplateReader.duration(fields, kind)))
        .orElse(null);
  }

  private List<RuleDocument> rules(YamlFields fields) {
    RuleReader reader = RuleReader.of(fields, yaml);
    Set<String> ids = new HashSet<>();
    List<RuleDocument> rules =
        fields.mappings(
            "rules",
            rule -> {
              RuleDocument document = reader.read(rule);
              if (!ids.add(document.id())) {
                rule.report("id", "found '" + document.id() + "' a second time, allowed once");
              }
              return document;
            });
    if (fields.has("rules") && rules.isEmpty()) {
      fields.report("rules", "found no rule, allowed one or more");
    }
    return rules;
  }
}
