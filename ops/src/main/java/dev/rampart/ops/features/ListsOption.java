package dev.rampart.ops.features;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.topology.reputation.ListException;
import dev.rampart.topology.reputation.Reputation;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Option of the commands that read reputation lists. */
final class ListsOption {
  @Option(
      names = "--lists",
      paramLabel = "DIR",
      description = "Reputation lists instead of the shipped ones.")
  private Optional<Path> folder = Optional.empty();

  /** Reads the lists; everything that is wrong with them is one failure. */
  Reputation reputation() {
    try {
      return Reputation.load(folder.orElseGet(() -> Sources.shipped().lists()));
    } catch (ListException wrong) {
      throw CommandFailure.wrongUsage(wrong.problems().stream().map(Object::toString).toList());
    }
  }
}
