package dev.rampart.ops.upgrade;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.state.KeptStore;
import java.util.List;
import java.util.Map;

/** Whether an instance of this build may go on where the instances before it stopped. */
public final class Upgrade {
  private Upgrade() {}

  /**
   * Does nothing where it may.
   *
   * @throws CommandFailure with all reasons, where state would be lost or cannot be read
   */
  public static void require(Map<String, Object> client, PipelineSettings settings) {
    List<KeptStore> stores = KeptStore.of(settings.topics());
    try (Cluster cluster = Cluster.connect(client);
        NewestRecords newest = new NewestRecords(client)) {
      FormerState former =
          new FormerStateReader(cluster, newest, settings.applicationId()).read(stores);
      List<String> problems = new StateCheck(settings.applicationId(), stores).problems(former);
      if (!problems.isEmpty()) {
        throw CommandFailure.wrongUsage(problems);
      }
    }
  }
}
