package dev.rampart.ops.run;

import dev.rampart.ops.api.Api;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.cli.Output;
import dev.rampart.ops.cli.RampartCommand;
import dev.rampart.ops.config.ConfigurationReader;
import dev.rampart.ops.config.RampartConfiguration;
import dev.rampart.ops.decisions.DecisionLogger;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.policies.Guard;
import dev.rampart.ops.policies.PolicySeeds;
import dev.rampart.ops.service.Meters;
import dev.rampart.ops.service.OpsService;
import dev.rampart.ops.topics.Cluster;
import dev.rampart.ops.topics.TopicCheck;
import dev.rampart.ops.topics.TopicPlan;
import dev.rampart.ops.upgrade.Upgrade;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run}: runs until it is told to stop or cannot go on. */
@Command(name = "run", description = "Runs the pipeline against a Kafka cluster.")
public final class RunCommand extends RampartCommand {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "Configuration; ops/rampart.yml shows every setting.")
  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  private Path config;

  @Override
  protected ExitCode run(Output output) throws Exception {
    RampartConfiguration configuration = new ConfigurationReader(System.getenv()).read(config);
    requireTopics(configuration);
    Upgrade.require(configuration.kafka().client(), Wiring.settings(configuration));
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<@Nullable String> ended = new AtomicReference<>();
    try (SchemaRegistry registry = Wiring.registry(configuration);
        Meters meters = new Meters();
        Instance instance = start(configuration, registry, meters, output);
        Guard guard = guard(configuration, registry, meters)) {
      Optional<DecisionLogger> log = Wiring.decisionLog(configuration, registry, meters.registry());
      closeOnSignal(instance, closed);
      try (ClockWatch clock = ClockWatch.start(reason -> end(instance, reason, ended))) {
        serve(configuration, registry, meters, instance, output);
      }
      log.ifPresent(DecisionLogger::close);
      requireNoReason(ended.get());
      return ExitCode.DONE;
    } finally {
      closed.countDown();
    }
  }

  private static Instance start(
      RampartConfiguration configuration, SchemaRegistry registry, Meters meters, Output output) {
    PipelineSettings settings = Wiring.settings(configuration);
    Sources sources = Wiring.sources(configuration);
    Runnable seeds =
        () ->
            PolicySeeds.publish(
                configuration.kafka().client(),
                settings.topics(),
                registry,
                sources.policies(),
                output::note);
    return Instance.start(settings, sources, registry, meters.registry(), seeds);
  }

  private static Guard guard(
      RampartConfiguration configuration, SchemaRegistry registry, Meters meters) {
    return Guard.start(
        configuration.kafka().client(),
        Wiring.settings(configuration).topics(),
        registry,
        configuration.streams().applicationId(),
        Guard.BUCKET,
        meters.registry());
  }

  private static void serve(
      RampartConfiguration configuration,
      SchemaRegistry registry,
      Meters meters,
      Instance instance,
      Output output)
      throws InterruptedException {
    try (Api api = Api.over(Wiring.apiParts(configuration, registry, meters, instance));
        OpsService service =
            OpsService.start(
                configuration,
                configuration.access().access(),
                meters.registry(),
                instance::health,
                api.resources())) {
      output.note("API on port " + service.servicePort());
      output.note("metrics and health on port " + service.adminPort());
      instance.awaitStopped();
    }
  }

  /** SIGTERM and SIGINT finish and commit what is in flight before the process ends. */
  private static void closeOnSignal(Instance instance, CountDownLatch closed) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  instance.close();
                  awaitQuietly(closed);
                },
                "rampart-shutdown"));
  }

  private static void end(
      Instance instance, String reason, AtomicReference<@Nullable String> ended) {
    ended.set(reason);
    LOG.error("The instance ends: {}", reason);
    instance.close();
  }

  private static void requireNoReason(@Nullable String ended) {
    if (ended != null) {
      throw CommandFailure.failed(ended);
    }
  }

  private static void awaitQuietly(CountDownLatch closed) {
    try {
      var unused = closed.await(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void requireTopics(RampartConfiguration configuration) {
    List<TopicPlan> plans = TopicPlan.all(configuration.topics().prefix());
    try (Cluster cluster = Cluster.connect(configuration.kafka().client())) {
      List<String> names = plans.stream().map(TopicPlan::name).toList();
      TopicCheck check = TopicCheck.of(plans, cluster.describe(names));
      if (!check.passed()) {
        throw CommandFailure.wrongUsage(check.problems());
      }
    }
  }
}
