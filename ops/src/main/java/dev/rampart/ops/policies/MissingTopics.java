package dev.rampart.ops.policies;

import dev.rampart.ops.cli.CommandFailure;
import java.util.Collection;
import java.util.List;

/** Says which topics a command lacks. */
public final class MissingTopics {
  private MissingTopics() {}

  /**
   * Refuses to go on without a topic.
   *
   * @throws dev.rampart.ops.cli.CommandFailure that names those that are not there
   */
  public static void refuse(List<String> needed, Collection<String> present) {
    List<String> missing = needed.stream().filter(name -> !present.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw CommandFailure.wrongUsage(
          "found no topic %s, required: `./rampart topics create` makes them, --prefix names others"
              .formatted(String.join(", ", missing)));
    }
  }
}
