package dev.rampart.ops.topics;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code topics create}: makes what is missing and leaves what is there. */
@Command(
    name = "create",
    description = "Creates the topics that are missing; topics that exist are left as they are.")
public final class TopicsCreateCommand extends RampartCommand {
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(30);

  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Option(
      names = "--partitions",
      defaultValue = "4",
      description = "Partitions of the inputs and outputs. Default: ${DEFAULT-VALUE}")
  private int partitions = 4;

  @Option(
      names = "--replication",
      defaultValue = "-1",
      description = "Copies of each topic; -1 is the cluster's default, and the default here.")
  private short replication = -1;

  @Option(
      names = "--sightings-kept",
      paramLabel = "DURATION",
      description =
          "How long what entities learn of events is kept, PT1H to P30D of event time: it names"
              + " accounts and messages, an erased account among them. Longer than the pipeline may"
              + " stand still. Default: the broker's.")
  private Optional<Duration> sightingsKept = Optional.empty();

  @Override
  protected ExitCode run(Output output) {
    require("--partitions", partitions, partitions >= 1, "1 or more");
    require(
        "--replication", replication, replication >= 1 || replication == -1, "-1, or 1 or more");
    sightingsKept.ifPresent(
        kept -> require("--sightings-kept", kept, isPossible(kept), "PT1H to P30D"));
    try (Cluster cluster = Cluster.connect(options.client())) {
      List<TopicPlan> missing = missing(cluster);
      cluster.create(missing, partitions, replication);
      List<String> created = missing.stream().map(TopicPlan::name).toList();
      output.result(Map.of("created", created), () -> text(created));
      return ExitCode.DONE;
    }
  }

  private static boolean isPossible(Duration kept) {
    return kept.compareTo(SHORTEST) >= 0 && kept.compareTo(LONGEST) <= 0;
  }

  private List<TopicPlan> missing(Cluster cluster) {
    List<TopicPlan> all = TopicPlan.all(options.names().prefix(), sightingsKept);
    Set<String> present = cluster.describe(all.stream().map(TopicPlan::name).toList()).keySet();
    return all.stream().filter(topic -> !present.contains(topic.name())).toList();
  }

  private static void require(String option, Object found, boolean allowed, String range) {
    if (!allowed) {
      throw CommandFailure.wrongUsage(option + ": found " + found + ", allowed is " + range);
    }
  }

  private static String text(List<String> created) {
    return created.isEmpty()
        ? "nothing to do: all topics exist"
        : "created " + String.join(", ", created);
  }
}
