package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.runtime.BatchCutter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** The meters of one model version. Recorded once for each run, never for each message. */
final class LaneMeters implements BatchCutter.RunObserver {
  private static final double MOST = 0.99;

  private final DistributionSummary batch;
  private final Timer device;
  private final Counter numbers;
  private final Counter padded;
  private final Counter failures;

  LaneMeters(MeterRegistry registry, ModelId id) {
    Tags tags = Tags.of("model", id.name(), "version", id.version());
    this.batch =
        DistributionSummary.builder("rampart.model.batch")
            .description("Messages in a run")
            .baseUnit("messages")
            .tags(tags)
            .serviceLevelObjectives(Buckets.SIZES)
            .register(registry);
    this.device =
        Timer.builder("rampart.model.device")
            .description("Time of a run on the device")
            .publishPercentiles(MOST)
            .tags(tags)
            .serviceLevelObjectives(Buckets.TIMES)
            .register(registry);
    this.numbers =
        Counter.builder("rampart.model.numbers")
            .description("Numbers that runs read, padding left out")
            .tags(tags)
            .register(registry);
    this.padded =
        Counter.builder("rampart.model.numbers.padded")
            .description("Numbers that runs read, padding included")
            .tags(tags)
            .register(registry);
    this.failures =
        Counter.builder("rampart.model.failures")
            .description("Runs that failed")
            .tags(tags)
            .register(registry);
  }

  @Override
  public void ran(int rows, long read, long withPadding, long nanos) {
    batch.record(rows);
    device.record(nanos, TimeUnit.NANOSECONDS);
    numbers.increment((double) read);
    padded.increment((double) withPadding);
  }

  @Override
  public void failed(int rows, String message) {
    failures.increment();
  }
}
