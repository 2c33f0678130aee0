package dev.rampart.ops.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds the topics of a cluster against the plan.
 *
 * @param topics the topics that exist, by name
 * @param problems what is wrong, in the order of the plan; empty when all is well
 */
public record TopicCheck(Map<String, TopicState> topics, List<String> problems) {

  /** Checks {@code actual} against {@code plan}. */
  public static TopicCheck of(List<TopicPlan> plan, Map<String, TopicState> actual) {
    List<String> problems = new ArrayList<>();
    for (TopicPlan topic : plan) {
      TopicState state = actual.get(topic.name());
      if (state == null) {
        problems.add(topic.name() + ": does not exist; `rampart topics create` makes it");
      } else {
        checkOne(topic, state, problems);
      }
    }
    checkAligned(plan, actual, problems);
    return new TopicCheck(actual, List.copyOf(problems));
  }

  /** Whether nothing is wrong. */
  public boolean passed() {
    return problems.isEmpty();
  }

  private static void checkOne(TopicPlan topic, TopicState state, List<String> problems) {
    if (topic.spread() == TopicPlan.Spread.SINGLE && state.partitions() != 1) {
      problems.add(topic.name() + ": has " + state.partitions() + " partitions, must have 1");
    }
    if (topic.compacted() && !state.compacted()) {
      problems.add(
          topic.name() + ": cleanup.policy is '" + state.cleanup() + "', must be 'compact'");
    }
    if (!topic.compacted() && state.compacted()) {
      problems.add(
          topic.name() + ": cleanup.policy is '" + state.cleanup() + "', must be 'delete'");
    }
  }

  private static void checkAligned(
      List<TopicPlan> plan, Map<String, TopicState> actual, List<String> problems) {
    List<String> aligned =
        plan.stream()
            .filter(topic -> topic.spread() == TopicPlan.Spread.ALIGNED)
            .map(TopicPlan::name)
            .filter(actual::containsKey)
            .toList();
    if (new TreeSet<>(partitions(aligned, actual).values()).size() > 1) {
      problems.add(
          "these topics must have the same number of partitions: "
              + aligned.stream()
                  .map(name -> name + " has " + partitions(aligned, actual).get(name))
                  .collect(Collectors.joining(", ")));
    }
  }

  private static Map<String, Integer> partitions(
      List<String> names, Map<String, TopicState> actual) {
    return actual.entrySet().stream()
        .filter(topic -> names.contains(topic.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, topic -> topic.getValue().partitions()));
  }
}
