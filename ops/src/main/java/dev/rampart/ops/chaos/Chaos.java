package dev.rampart.ops.chaos;

import dev.rampart.ops.chaos.ChaosReport.Times;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityEvent;
import dev.rampart.ops.community.CommunityProducer;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.ops.community.Paced;
import dev.rampart.ops.pipeline.GroupProgress;
import dev.rampart.ops.pipeline.InputIndex;
import dev.rampart.ops.summary.OutcomeReader;
import dev.rampart.ops.summary.OutcomeTopics;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** One run, from an empty machine to the report. */
final class Chaos {
  private static final Duration START_LIMIT = Duration.ofMinutes(1);
  private static final Duration IDLE_LIMIT = Duration.ofMinutes(2);
  private static final Duration TRANSACTION_PATIENCE = Duration.ofMinutes(1);

  private final ChaosPlan plan;
  private final Output output;
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final InputIndex index = new InputIndex();
  private final OutputTally tally = new OutputTally();
  private final Recoveries recoveries = new Recoveries();
  private final Watcher watcher = new Watcher(tally, recoveries);
  private final long start = System.nanoTime();

  Chaos(ChaosPlan plan, Output output) {
    this.plan = plan;
    this.output = output;
  }

  ChaosReport run() throws Exception {
    output.note("starting a Kafka broker and %d instances".formatted(plan.instances()));
    try (Stage stage = Stage.set(plan.instances());
        SchemaRegistry registry =
            KafkaSchemaRegistry.open(stage.client(), topics.schemas(), (short) 1, START_LIMIT);
        Gate<CommunityEvent> gate =
            new Gate<>(
                new Community(new CommunitySettings(plan.seed(), plan.events(), Instant.now())))) {
      Striker striker =
          new Striker(plan, stage, gate, recoveries, this::endsOfSteadyPartitions, output);
      boolean drained = work(stage, registry, gate, striker);
      output.note("all is read; stopping the instances");
      return report(drained, stops(stage, striker), openTransactions(stage));
    }
  }

  /** Feeds, strikes and reads until all is decided; false when the pipeline got stuck. */
  private boolean work(
      Stage stage, SchemaRegistry registry, Gate<CommunityEvent> gate, Striker striker)
      throws Exception {
    try (OutcomeReader reader =
            new OutcomeReader(
                stage.client(), OutcomeTopics.under(topics.prefix()), registry, watcher);
        GroupProgress progress =
            new GroupProgress(stage.client(), PipelineSettings.DEFAULT_APPLICATION_ID)) {
      Background feeding = Background.start("feed", () -> feed(stage, registry, gate));
      Background striking = Background.start("strikes", striker::run);
      reader.readUntil(() -> Background.allEnded(feeding, striking), IDLE_LIMIT);
      striking.await();
      feeding.await();
      return reader.readUntil(() -> isDrained(stage, progress), IDLE_LIMIT);
    }
  }

  private boolean isDrained(Stage stage, GroupProgress progress) {
    stage.requireAlive();
    return progress.hasReached(index.ends());
  }

  private void feed(Stage stage, SchemaRegistry registry, Gate<CommunityEvent> gate) {
    try (CommunityProducer producer =
        new CommunityProducer(
            stage.client(),
            topics.messages().name(),
            topics.users().name(),
            registry,
            index::written)) {
      producer.write(new Paced<>(gate, plan.rate()), written -> {});
    }
  }

  /** Only messages come all the time on all partitions. */
  private Map<TopicPartition, Long> endsOfSteadyPartitions() {
    return index.ends().entrySet().stream()
        .filter(end -> end.getKey().topic().equals(topics.messages().name()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Times stops(Stage stage, Striker striker) throws InterruptedException {
    List<Duration> stops = new ArrayList<>(striker.stops());
    for (InstanceProcess instance : stage.instances()) {
      stops.add(instance.terminate());
    }
    return Times.of(stops);
  }

  private static long openTransactions(Stage stage) throws Exception {
    try (OpenTransactions transactions = new OpenTransactions(stage.client())) {
      return transactions.countAfter(TRANSACTION_PATIENCE);
    }
  }

  private ChaosReport report(boolean drained, Times stops, long openTransactions) {
    Map<Strike, Long> strikes =
        plan.strikes().stream()
            .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
    return new ChaosReport(
        index.total(),
        drained,
        tally.findings(index.ends()),
        watcher.deadLetters(),
        openTransactions,
        strikes,
        Times.of(recoveries.times()),
        stops,
        (System.nanoTime() - start) / 1e9);
  }
}
