package dev.rampart.ops.demo;

import dev.rampart.ops.access.Access;
import dev.rampart.ops.access.Mask;
import dev.rampart.ops.access.OneTimeToken;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.api.Api;
import dev.rampart.ops.api.ApiParts;
import dev.rampart.ops.broker.EmbeddedBroker;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.community.Community;
import dev.rampart.ops.community.CommunityProducer;
import dev.rampart.ops.community.CommunitySettings;
import dev.rampart.ops.community.Paced;
import dev.rampart.ops.config.RampartConfiguration;
import dev.rampart.ops.files.TemporaryFolder;
import dev.rampart.ops.inspect.Interconnect;
import dev.rampart.ops.pipeline.Accounting;
import dev.rampart.ops.pipeline.GroupProgress;
import dev.rampart.ops.pipeline.InputIndex;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.policies.Guard;
import dev.rampart.ops.policies.PolicySeeds;
import dev.rampart.ops.service.Meters;
import dev.rampart.ops.service.OpsService;
import dev.rampart.ops.summary.OutcomeReader;
import dev.rampart.ops.summary.OutcomeTopics;
import dev.rampart.ops.summary.Outcomes;
import dev.rampart.ops.summary.Quality;
import dev.rampart.ops.summary.Summary;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.schemas.registry.KafkaSchemaRegistry;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import dev.rampart.topology.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One run of the demo, from an empty machine to the summary. */
final class Demo {
  private static final int PARTITIONS = 4;
  private static final short ONE_COPY = 1;
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration IDLE_LIMIT = Duration.ofSeconds(30);

  private final DemoPlan plan;
  private final Output output;
  private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
  private final InputIndex index = new InputIndex();

  Demo(DemoPlan plan, Output output) {
    this.plan = plan;
    this.output = output;
  }

  Summary run() throws Exception {
    output.note("starting a Kafka broker in this process");
    try (TemporaryFolder state = TemporaryFolder.create("rampart-state-");
        EmbeddedBroker broker = EmbeddedBroker.start();
        Meters meters = new Meters()) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
      createTopics(client);
      PipelineSettings settings =
          PipelineSettings.defaults(broker.bootstrap(), state.path())
              .advertising("127.0.0.1:" + plan.port());
      try (SchemaRegistry registry =
              KafkaSchemaRegistry.open(client, topics.schemas(), ONE_COPY, START_LIMIT);
          Instance instance = start(settings, client, registry, meters);
          Guard guard =
              Guard.start(
                  client,
                  topics,
                  registry,
                  settings.applicationId(),
                  Guard.BUCKET,
                  meters.registry())) {
        instance.awaitRunning(START_LIMIT);
        DemoLog log = DemoLog.start(plan.log(), client, topics, registry, instance, meters);
        return plan.exit()
            ? feed(client, registry, log)
            : serve(settings, client, registry, instance, meters, log);
      }
    }
  }

  private Instance start(
      PipelineSettings settings,
      Map<String, Object> client,
      SchemaRegistry registry,
      Meters meters) {
    Sources sources = Sources.shipped(plan.policies());
    return Instance.start(
        settings,
        sources,
        registry,
        meters.registry(),
        () -> PolicySeeds.publish(client, topics, registry, sources.policies(), output::note));
  }

  private Summary serve(
      PipelineSettings settings,
      Map<String, Object> client,
      SchemaRegistry registry,
      Instance instance,
      Meters meters,
      DemoLog log)
      throws Exception {
    RampartConfiguration configuration = RampartConfiguration.onPorts(plan.port(), plan.port() + 1);
    OneTimeToken token = OneTimeToken.create("demo", Role.ADMIN);
    ApiParts parts =
        new ApiParts(
            settings,
            Sources.shipped(plan.policies()),
            client,
            registry,
            meters.registry(),
            instance,
            Optional.of(plan.log()),
            new Mask(),
            Interconnect.plain());
    try (Api api = Api.over(parts);
        OpsService service =
            OpsService.start(
                configuration,
                Access.of(token.entry()),
                meters.registry(),
                instance::health,
                api.resources())) {
      tell(client, service, token);
      Summary summary = feed(client, registry, log);
      output.note("all is decided; the community goes on at its own pace until you press Ctrl-C");
      try (DailyLife life = DailyLife.start(client, topics, registry, plan.seed() + 1)) {
        waitForInterrupt();
      }
      return summary;
    }
  }

  private void tell(Map<String, Object> client, OpsService service, OneTimeToken token) {
    output.note("broker   " + client.get("bootstrap.servers"));
    output.note(
        "console  http://127.0.0.1:%d/#token=%s".formatted(service.servicePort(), token.text()));
    output.note("metrics  http://127.0.0.1:" + service.adminPort() + "/metrics");
    output.note("health   http://127.0.0.1:" + service.adminPort() + "/readyz");
  }

  private static void waitForInterrupt() throws InterruptedException {
    CompletableFuture<Void> never = new CompletableFuture<>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> never.complete(null)));
    try {
      never.get();
    } catch (java.util.concurrent.ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void createTopics(Map<String, Object> client) {
    try (Cluster cluster = Cluster.connect(client)) {
      cluster.create(TopicPlan.all(topics.prefix()), PARTITIONS, ONE_COPY);
    }
  }

  private Summary feed(Map<String, Object> client, SchemaRegistry registry, DemoLog log)
      throws Exception {
    Community community =
        new Community(new CommunitySettings(plan.seed(), plan.events(), Instant.now()));
    Outcomes outcomes =
        new Outcomes(Optional.of(new Quality(community.truth(), Targets.ofShippedPolicies())));
    OutcomeTopics outputs = OutcomeTopics.under(topics.prefix());
    long start = System.nanoTime();
    try (OutcomeReader reader =
            new OutcomeReader(client, outputs, registry, new Accounting(index, outcomes));
        GroupProgress progress =
            new GroupProgress(client, PipelineSettings.DEFAULT_APPLICATION_ID)) {
      CompletableFuture<Void> feeding =
          CompletableFuture.runAsync(() -> write(client, registry, community));
      List<String> own = List.of(topics.sightings(), topics.findings().name());
      reader.readUntil(
          () ->
              feeding.isDone()
                  && progress.hasReached(index.ends())
                  && progress.hasDrained(own)
                  && progress.areSettled(outputs.all()),
          IDLE_LIMIT);
      feeding.get();
    }
    log.finish(community.truth(), output);
    InputIndex.Account account = index.account();
    return outcomes.summary(account.total(), account.repeats(), account.missing(), start);
  }

  private void write(Map<String, Object> client, SchemaRegistry registry, Community community) {
    output.note("feeding %,d events".formatted(plan.events()));
    try (CommunityProducer producer =
        new CommunityProducer(
            client, topics.messages().name(), topics.users().name(), registry, index::written)) {
      producer.write(new Paced<>(community, plan.rate()), this::tell);
    }
  }

  private void tell(long written) {
    if (written % 50_000 == 0 || written == plan.events()) {
      output.note("%,d events written".formatted(written));
    }
  }
}
