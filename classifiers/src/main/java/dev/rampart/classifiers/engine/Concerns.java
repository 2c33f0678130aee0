package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.runtime.LoadedModel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** What an on-call engineer should know about the models: in words, and as meters. */
final class Concerns {
  private final MultiGauge fallbacks;
  private final MultiGauge circuits;
  private final Counter renewals;
  private final Map<ModelId, String> refusals = new ConcurrentHashMap<>();
  private volatile String noDevice = "";

  Concerns(MeterRegistry registry) {
    this.fallbacks =
        MultiGauge.builder("rampart.model.fallback")
            .description("1 where a model does not run on the device that it wants, else 0")
            .register(registry);
    this.circuits =
        MultiGauge.builder("rampart.model.circuit.open")
            .description("1 while a model is not asked because it failed, else 0")
            .register(registry);
    this.renewals =
        Counter.builder("rampart.classifiers.renewals")
            .description("Times that models were loaded anew because a run hung or a device failed")
            .register(registry);
  }

  /** Meters of the models of a plan, in place of those of the one before. */
  void watch(Plan plan) {
    fallbacks.register(rows(plan, serving -> serving.model().fallback().isEmpty() ? 0 : 1), true);
    circuits.register(rows(plan, serving -> serving.circuit().isOpen() ? 1 : 0), true);
  }

  private static List<Row<?>> rows(Plan plan, ToDoubleFunction<Serving> value) {
    List<Row<?>> rows = new ArrayList<>();
    for (Seat seat : plan.seats()) {
      ModelId id = seat.serving().served().id();
      rows.add(
          Row.of(
              Tags.of(
                  "model", id.name(),
                  "version", id.version(),
                  "role", seat.serving().served().role().name().toLowerCase(Locale.ROOT)),
              seat.serving(),
              value));
    }
    return rows;
  }

  /** No model is opened on a device from now on. */
  void loseDevice(String why) {
    noDevice = why;
  }

  /** Why only the CPU is used; empty where models choose. */
  String noDevice() {
    return noDevice;
  }

  void renewed(ModelId id) {
    refusals.remove(id);
    renewals.increment();
  }

  void notRenewed(ModelId id, ModelRefusedException refusal) {
    refusals.put(id, refusal.problems().get(0).toString());
  }

  /** One sentence for each; empty when all is well. */
  List<String> of(Plan plan) {
    List<String> all = new ArrayList<>();
    if (!noDevice.isEmpty()) {
      all.add("restart needed: " + noDevice);
    }
    for (Seat seat : plan.seats()) {
      note(seat.serving(), all);
    }
    refusals.forEach((id, why) -> all.add(id + " could not be loaded anew: " + why));
    return all;
  }

  private static void note(Serving serving, List<String> all) {
    LoadedModel model = serving.model();
    ModelId id = model.manifest().id();
    if (!model.fallback().isEmpty()) {
      String wanted = model.manifest().device().written();
      all.add(
          "%s wants %s, runs on %s: %s".formatted(id, wanted, model.device(), model.fallback()));
    }
    if (serving.circuit().isOpen()) {
      all.add(id + " is not asked for a while: it failed or hung");
    }
  }
}
