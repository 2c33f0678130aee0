package dev.rampart.topology.features;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The fields of one YAML mapping, with their lines. Unknown and repeated ones are problems. */
final class YamlFields {
  private final Node mapping;
  private final String path;
  private final YamlProblems problems;
  private final Map<String, Node> fields = new LinkedHashMap<>();

  YamlFields(Node mapping, String path, Set<String> allowed, YamlProblems problems) {
    this.mapping = mapping;
    this.path = path;
    this.problems = problems;
    if (mapping instanceof MappingNode node) {
      node.getValue().forEach(tuple -> add(tuple, allowed));
    } else {
      problems.add(mapping, path, describe(mapping), "a mapping of field to value");
    }
  }

  private void add(NodeTuple tuple, Set<String> allowed) {
    String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
    if (!allowed.contains(name)) {
      problem(tuple.getKeyNode(), name, "an unknown field", String.join(", ", allowed));
    } else if (fields.putIfAbsent(name, tuple.getValueNode()) != null) {
      problem(tuple.getKeyNode(), name, "the field a second time", "once");
    }
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Text of a field; empty where it is left out. */
  String text(String name) {
    Node node = fields.get(name);
    if (node == null) {
      return "";
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    problem(node, name, describe(node), "a text");
    return "";
  }

  /** Text of a field that must be there; empty, and a problem, where it is not. */
  String required(String name, String allowed) {
    String text = text(name);
    if (text.isEmpty()) {
      problem(name, "nothing", allowed);
    }
    return text;
  }

  List<String> texts(String name) {
    Node node = fields.get(name);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence
        && sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
      return sequence.getValue().stream().map(n -> ((ScalarNode) n).getValue()).toList();
    }
    problem(node, name, describe(node), "a list of texts");
    return List.of();
  }

  Optional<Node> node(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  void problem(String name, String found, String allowed) {
    problem(fields.getOrDefault(name, mapping), name, found, allowed);
  }

  private void problem(Node at, String name, String found, String allowed) {
    problems.add(at, path.isEmpty() ? name : path + "." + name, found, allowed);
  }

  static String describe(Node node) {
    return switch (node.getNodeId()) {
      case scalar -> "the text \"" + ((ScalarNode) node).getValue() + "\"";
      case sequence -> "a list";
      case mapping -> "a mapping";
      case anchor -> "an anchor";
    };
  }
}
