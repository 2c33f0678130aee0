package dev.rampart.ops.policies;

import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.ClusterOptions;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;

/** A command that reads or writes the topics of policies. */
abstract class TopicCommand extends RampartCommand {
  private static final short BROKER_DEFAULT = -1;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  /** Does the work on topics that exist. */
  abstract void run(PolicyTopics topics, Output output) throws Exception;

  final ClusterOptions cluster() {
    return cluster;
  }

  final Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  protected ExitCode run(Output output) throws Exception {
    requireTopics();
    try (SchemaRegistry registry =
            KafkaSchemaRegistry.open(
                cluster.client(), cluster.names().schemas(), BROKER_DEFAULT, LIMIT);
        PolicyTopics topics = new PolicyTopics(cluster.client(), cluster.names(), registry)) {
      run(topics, output);
      return ExitCode.DONE;
    }
  }

  private void requireTopics() {
    List<String> needed =
        List.of(
            cluster.names().policies().name(),
            cluster.names().control().name(),
            cluster.names().audit().name());
    try (Cluster kafka = Cluster.connect(cluster.client())) {
      MissingTopics.refuse(needed, kafka.describe(needed).keySet());
    }
  }
}
