package dev.rampart.ops.audit;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.client.ServerCommand;
import dev.rampart.ops.client.ServerOptions;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.ClusterOptions;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;

/**
 * A command that reads the audit: from its topic, for which no instance has to run, or with {@code
 * --server} through the service of one.
 */
abstract class ArchiveCommand extends RampartCommand {
  private static final short BROKER_DEFAULT = -1;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Mixin private final ClusterOptions cluster = new ClusterOptions();
  @Mixin private final ServerOptions server = new ServerOptions();

  /** Does the work. */
  abstract ExitCode run(AuditSource audit, Output output);

  @Override
  protected final ExitCode run(Output output) {
    return server.isNamed()
        ? ServerCommand.explained(() -> run(new ServedAudit(server.client()), output))
        : runOnTopic(output);
  }

  private ExitCode runOnTopic(Output output) {
    requireTopic(cluster.names().audit().name());
    try (SchemaRegistry registry =
            KafkaSchemaRegistry.open(
                cluster.client(), cluster.names().schemas(), BROKER_DEFAULT, LIMIT);
        AuditArchive archive = new AuditArchive(cluster.client(), cluster.names(), registry)) {
      return run(archive, output);
    }
  }

  private void requireTopic(String name) {
    try (Cluster kafka = Cluster.connect(cluster.client())) {
      if (kafka.describe(List.of(name)).isEmpty()) {
        throw CommandFailure.wrongUsage(
            name + ": does not exist; `rampart topics create` makes it");
      }
    }
  }
}
