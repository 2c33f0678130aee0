package dev.rampart.ops.operation;

import dev.rampart.classifiers.EngineSettings.Assignment;
import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ServedModel;
import dev.rampart.classifiers.repository.ModelRepository;
import dev.rampart.ops.pipeline.Instance;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The models that this instance serves, and how they are. Safe for use by many threads. */
public record ServedModels(Instance instance, ModelRepository repository, MeterRegistry meters) {
  /** In the order of every event's scores. */
  public List<ModelLine> list() {
    return instance.models().stream().map(this::line).toList();
  }

  private ModelLine line(ServedModel served) {
    ModelId id = served.id();
    DistributionSummary batch = of(DistributionSummary.class, "rampart.model.batch", id);
    Counter failures = of(Counter.class, "rampart.model.failures", id);
    return new ModelLine(
        id.name(),
        id.version(),
        served.role(),
        share(id),
        served.answersFor(),
        repository.manifest(id).device().written(),
        served.labels(),
        queued(),
        batch == null ? 0 : batch.count(),
        batch == null ? 0 : batch.mean(),
        p99(of(Timer.class, "rampart.model.device", id)),
        failures == null ? 0 : (long) failures.count(),
        isOpen(id) ? "OPEN" : "CLOSED",
        instance.modelKeeper().refusal(id.name()).orElse(null));
  }

  private double share(ModelId id) {
    return instance
        .modelKeeper()
        .lineup(id.name())
        .flatMap(lineup -> lineup.assignment(id.version()))
        .map(Assignment::share)
        .orElse(0.0);
  }

  /** What is measured of the run that the model takes part in; models may run together. */
  private <M extends Meter> @Nullable M of(Class<M> kind, String name, ModelId model) {
    return meters.find(name).meters().stream()
        .filter(meter -> measured(meter).covers(model))
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElse(null);
  }

  private static ModelId measured(Meter meter) {
    Meter.Id id = meter.getId();
    return new ModelId(
        Objects.requireNonNullElse(id.getTag("model"), ""),
        Objects.requireNonNullElse(id.getTag("version"), ""));
  }

  private boolean isOpen(ModelId id) {
    Gauge open = of(Gauge.class, "rampart.model.circuit.open", id);
    return open != null && open.value() > 0;
  }

  /** Requests wait in rooms that several models share. */
  private long queued() {
    return (long)
        meters.find("rampart.classifiers.queue").gauges().stream().mapToDouble(Gauge::value).sum();
  }

  private static @Nullable Double p99(@Nullable Timer timer) {
    if (timer == null || timer.count() == 0) {
      return null;
    }
    return Arrays.stream(timer.takeSnapshot().percentileValues())
        .filter(value -> value.percentile() >= 0.99)
        .findFirst()
        .map(ServedModels::millis)
        .orElse(null);
  }

  private static double millis(ValueAtPercentile value) {
    return value.value(TimeUnit.MILLISECONDS);
  }
}
