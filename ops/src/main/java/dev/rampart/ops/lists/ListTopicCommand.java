package dev.rampart.ops.lists;

import dev.rampart.ops.audit.AuditLog;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.policies.MissingTopics;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.ClusterOptions;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;

/** A command that reads or writes the topic of lists. */
abstract class ListTopicCommand extends RampartCommand {
  private static final short BROKER_DEFAULT = -1;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  /** Does the work on topics that exist. */
  abstract void run(ListDesk desk, Output output);

  @Override
  protected ExitCode run(Output output) throws Exception {
    requireTopics();
    try (SchemaRegistry registry =
            KafkaSchemaRegistry.open(
                cluster.client(), cluster.names().schemas(), BROKER_DEFAULT, LIMIT);
        ListDesk desk =
            new ListDesk(
                cluster.client(),
                cluster.names(),
                registry,
                new AuditLog(cluster.client(), cluster.names(), registry),
                Clock.systemUTC())) {
      run(desk, output);
      return ExitCode.DONE;
    }
  }

  private void requireTopics() {
    List<String> needed = List.of(cluster.names().lists().name(), cluster.names().audit().name());
    try (Cluster kafka = Cluster.connect(cluster.client())) {
      MissingTopics.refuse(needed, kafka.describe(needed).keySet());
    }
  }
}
