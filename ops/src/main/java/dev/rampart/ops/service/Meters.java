package dev.rampart.ops.service;

import dev.rampart.ops.cli.ProgramVersion;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.regex.Pattern;

/** The meters of this process: the registry that all parts register with, and those of the JVM. */
public final class Meters implements AutoCloseable {
  /** A tag that is new at every start: what carries it would bring new series each time. */
  private static final String PROCESS = "process.id";

  /** Of Kafka's many hundred metrics those that say nothing of a pipeline. */
  private static final Pattern UNREAD =
      Pattern.compile(
          "kafka\\.(admin\\.client\\..*"
              + "|(producer|consumer)\\.(node|select|io|network|connection|reauthentication)\\..*"
              + "|(producer|consumer)\\.(successful|failed)\\.(re)?authentication\\..*)");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

  public Meters() {
    registry
        .config()
        .meterFilter(MeterFilter.deny(id -> id.getTag(PROCESS) != null))
        .meterFilter(MeterFilter.deny(id -> UNREAD.matcher(id.getName()).matches()));
    Gauge.builder("rampart.build", () -> 1)
        .description("1, with the version of the program")
        .tag("version", ProgramVersion.number())
        .register(registry);
    garbageCollection.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** The registry; safe for use by many threads. */
  public PrometheusMeterRegistry registry() {
    return registry;
  }

  @Override
  public void close() {
    garbageCollection.close();
    registry.close();
  }
}
