package dev.rampart.ops.serving;

import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.FeatureSelector;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ScoringEngine;
import dev.rampart.classifiers.ServedModel;
import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import dev.rampart.topology.control.ControlListener;
import dev.rampart.topology.control.ControlTable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the versions that the topic {@code control} tells, and those of the start where it tells
 * nothing. A version that cannot be loaded is tried again from time to time; meanwhile what served
 * before goes on. Safe for use by many threads.
 *
 * <p>While an instance starts, facts are followed before the call returns, so that it processes
 * nothing with other versions. After {@link #followApart} a thread of its own loads models: other
 * facts, a kill switch for instance, do not wait for it.
 */
public final class ModelKeeper implements ControlListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ModelKeeper.class);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  private final ScoringEngine engine;
  private final ModelRepository repository;
  private final List<String> features;
  private final Map<String, Lineup> first = new LinkedHashMap<>();
  private final Map<String, Lineup> wanted = new ConcurrentHashMap<>();
  private final Map<String, Lineup> serving = new ConcurrentHashMap<>();
  private final Map<String, String> refusals = new ConcurrentHashMap<>();
  private final ScheduledExecutorService loading =
      Executors.newSingleThreadScheduledExecutor(ModelKeeper::thread);
  private volatile boolean apart;

  /**
   * Keeps what the engine serves now until it is told otherwise.
   *
   * @param engine closed by its owner, after this
   * @param features names in the order in which requests carry them
   */
  public ModelKeeper(
      ScoringEngine engine,
      ModelRepository repository,
      List<String> features,
      MeterRegistry meters) {
    this.engine = engine;
    this.repository = repository;
    this.features = List.copyOf(features);
    engine.models().forEach(model -> first.put(model.id().name(), Lineup.live(model.id())));
    serving.putAll(first);
    Gauge.builder("rampart.models.refused", refusals, Map::size)
        .description("Models of which this instance cannot serve the versions that it is told to")
        .register(meters);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "rampart-models");
    thread.setDaemon(true);
    return thread;
  }

  /** Lets the table tell this of the versions of models. */
  public void listenTo(ControlTable table) {
    var unused = table.tell(ControlKind.MODEL_VERSIONS, this);
  }

  /** From now on facts are followed by a thread of its own. */
  public void followApart() {
    apart = true;
    long pause = BETWEEN_TRIES.toMillis();
    var unused =
        loading.scheduleWithFixedDelay(this::tryAgain, pause, pause, TimeUnit.MILLISECONDS);
  }

  @Override
  public void set(ControlRecord fact) {
    try {
      follow(Lineup.of(fact));
    } catch (IllegalArgumentException unusable) {
      LOG.warn("A fact about a model is not used; what served goes on", unusable);
    }
  }

  @Override
  public void clear(String entity) {
    Lineup before = first.get(Lineup.model(entity));
    if (before != null) {
      follow(before);
    }
  }

  private void follow(Lineup told) {
    wanted.put(told.model(), told);
    if (apart) {
      loading.execute(() -> serve(told.model()));
    } else {
      serve(told.model());
    }
  }

  private void tryAgain() {
    List.copyOf(refusals.keySet()).forEach(this::serve);
  }

  private synchronized void serve(String model) {
    Lineup next = wanted.get(model);
    if (next == null || next.equals(serving.get(model))) {
      refusals.remove(model);
      return;
    }
    try {
      swap(next);
      LOG.info("Serving {} from now on", next);
    } catch (ModelRefusedException refused) {
      refuse(next, refused.problems().get(0).toString());
    } catch (IllegalArgumentException refused) {
      refuse(next, String.valueOf(refused.getMessage()));
    }
  }

  private void swap(Lineup next) {
    Map<String, Lineup> all = new LinkedHashMap<>(first);
    all.putAll(serving);
    all.put(next.model(), next);
    List<Assignment> assignments =
        all.values().stream().flatMap(each -> each.assignments().stream()).toList();
    List<ModelId> models = new ArrayList<>(engine.models().stream().map(ServedModel::id).toList());
    next.assignments().forEach(each -> models.add(each.id()));
    List<String> unused = FeatureSelector.names(models, repository, features);
    engine.swap(assignments);
    serving.put(next.model(), next);
    refusals.remove(next.model());
  }

  private void refuse(Lineup next, String why) {
    refusals.put(next.model(), why);
    LOG.warn("{} cannot be served here, what served goes on: {}", next, why);
  }

  /** What serves of a model on this instance; empty for a model that none serves of. */
  public Optional<Lineup> lineup(String model) {
    return Optional.ofNullable(serving.get(model));
  }

  /** Why the versions that are wanted of a model do not serve; empty where they do. */
  public Optional<String> refusal(String model) {
    return Optional.ofNullable(refusals.get(model));
  }

  /** One sentence for each model of which not the versions serve that should. */
  public List<String> concerns() {
    return refusals.entrySet().stream()
        .map(
            each ->
                "%s serves its last good versions: %s".formatted(each.getKey(), each.getValue()))
        .toList();
  }

  @Override
  public void close() {
    loading.shutdownNow();
    try {
      var unused = loading.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
