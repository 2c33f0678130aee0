package dev.rampart.ops.chaos;

import dev.rampart.ops.chaos.ChaosReport.Times;
import dev.rampart.ops.chaos.proof.Proof;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityEvent;
import dev.rampart.ops.community.CommunityProducer;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.ops.pipeline.GroupProgress;
import dev.rampart.ops.pipeline.InputIndex;
import dev.rampart.ops.policies.PolicyTopics;
import dev.rampart.ops.summary.OutcomeReader;
import dev.rampart.ops.summary.OutcomeTopics;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** One run, from an empty machine to the report. */
final class Chaos {
  private static final Duration START_LIMIT = Duration.ofMinutes(1);
  private static final Duration IDLE_LIMIT = Duration.ofMinutes(3);
  private static final Duration TRANSACTION_PATIENCE = Duration.ofMinutes(1);
  private static final Duration POLICY_LEAD = Duration.ofSeconds(3);
  private static final short BROKER_DEFAULT = -1;

  private final ChaosPlan plan;
  private final Output output;
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final CommunitySettings community;
  private final InputIndex index = new InputIndex();
  private final OutputTally tally = new OutputTally();
  private final Recoveries recoveries = new Recoveries();
  private final Watcher watcher = new Watcher(tally, recoveries);
  private final long start = System.nanoTime();

  Chaos(ChaosPlan plan, Output output) {
    this.plan = plan;
    this.output = output;
    this.community = new CommunitySettings(plan.seed(), plan.events(), Clock.systemUTC().instant());
  }

  ChaosReport run() throws Exception {
    output.note(
        "starting %d Kafka brokers and %d instances".formatted(plan.brokers(), plan.instances()));
    try (Stage stage = Stage.set(plan);
        SchemaRegistry registry =
            KafkaSchemaRegistry.open(
                stage.client(), topics.schemas(), BROKER_DEFAULT, START_LIMIT);
        PolicyTopics policies = new PolicyTopics(stage.client(), topics, registry);
        Gate<CommunityEvent> gate = new Gate<>(new Community(community), plan.rate())) {
      Supervisor supervisor = new Supervisor(stage.instances());
      InstanceFaults ofInstances = new InstanceFaults(stage);
      FaultInjector injector = injector(stage, supervisor, ofInstances, policies, gate);
      boolean drained = work(stage, registry, gate, injector, supervisor);
      output.note("all is read; stopping the instances");
      Times stops = stops(stage, ofInstances);
      long open = openTransactions(stage);
      output.note("working everything out again");
      return report(drained, stops, open, injector, supervisor, proof(stage, registry));
    }
  }

  private FaultInjector injector(
      Stage stage,
      Supervisor supervisor,
      InstanceFaults ofInstances,
      PolicyTopics policies,
      Gate<CommunityEvent> gate) {
    Faults faults =
        new Faults(
            stage,
            ofInstances,
            new BrokerFaults(stage.cluster()),
            new PolicyChurn(policies, Clock.systemUTC()),
            () -> ahead(gate));
    return new FaultInjector(
        plan, stage, faults, supervisor, gate, recoveries, this::endsOfSteadyPartitions, output);
  }

  /** Feeds, strikes and reads until all is decided; false when the pipeline got stuck. */
  private boolean work(
      Stage stage,
      SchemaRegistry registry,
      Gate<CommunityEvent> gate,
      FaultInjector injector,
      Supervisor supervisor)
      throws Exception {
    try (OutcomeReader reader =
            new OutcomeReader(
                stage.client(), OutcomeTopics.under(topics.prefix()), registry, watcher);
        GroupProgress progress =
            new GroupProgress(stage.client(), PipelineSettings.DEFAULT_APPLICATION_ID)) {
      Background supervising = Background.start("supervisor", supervisor::watch);
      Background feeding = Background.start("feed", () -> feed(stage, registry, gate));
      Background striking = Background.start("faults", injector::run);
      reader.readUntil(() -> Background.allEnded(feeding, striking), IDLE_LIMIT);
      striking.await();
      feeding.await();
      boolean drained = reader.readUntil(() -> isDrained(progress), IDLE_LIMIT);
      supervisor.stop();
      supervising.await();
      return drained;
    }
  }

  /** What the pipeline tells itself has to be decided as well. */
  private boolean isDrained(GroupProgress progress) {
    return progress.hasReached(index.ends())
        && progress.hasDrained(List.of(topics.sightings(), topics.findings().name()));
  }

  private void feed(Stage stage, SchemaRegistry registry, Gate<CommunityEvent> gate) {
    try (CommunityProducer producer =
        new CommunityProducer(
            stage.client(),
            topics.messages().name(),
            topics.users().name(),
            registry,
            index::written)) {
      producer.write(gate, written -> {});
    }
  }

  /** Event time that the feed comes to when every instance has heard of a change. */
  private Instant ahead(Gate<CommunityEvent> gate) {
    double eventsAhead = POLICY_LEAD.toSeconds() * (double) plan.rate();
    long millisAhead = (long) (community.span().toMillis() / (double) plan.events() * eventsAhead);
    return gate.last()
        .map(event -> Instant.ofEpochMilli(event.time() + millisAhead))
        .orElse(community.end());
  }

  /** Only messages come all the time on all partitions. */
  private Map<TopicPartition, Long> endsOfSteadyPartitions() {
    return index.ends().entrySet().stream()
        .filter(end -> end.getKey().topic().equals(topics.messages().name()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Times stops(Stage stage, InstanceFaults faults) throws InterruptedException {
    List<Duration> stops = new ArrayList<>(faults.stops());
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

  private Proof proof(Stage stage, SchemaRegistry registry) {
    return new Proof(
        stage.client(),
        topics,
        registry,
        PipelineSettings.DEFAULT_APPLICATION_ID,
        Stage.PARTITIONS);
  }

  private ChaosReport report(
      boolean drained,
      Times stops,
      long openTransactions,
      FaultInjector injector,
      Supervisor supervisor,
      Proof proof) {
    return new ChaosReport(
        plan,
        index.total(),
        drained,
        tally.findings(index.ends()),
        watcher.deadLetters(),
        openTransactions,
        injector.records(),
        supervisor.exits(),
        stops,
        proof.run(),
        (System.nanoTime() - start) / 1e9);
  }
}
