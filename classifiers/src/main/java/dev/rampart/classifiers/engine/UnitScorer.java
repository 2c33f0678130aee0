package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.Scored;
import dev.rampart.classifiers.engine.Asked.One;
import dev.rampart.classifiers.runtime.BatchCutter;
import dev.rampart.classifiers.runtime.Encoder;
import dev.rampart.classifiers.runtime.LoadedModel;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Scores one worker's batches: encodes each request once, then runs every unit that any of them
 * asks for on those that do. One worker owns it.
 */
final class UnitScorer implements AutoCloseable {
  private final Encoder encoder;
  private final int worker;
  private final Incidents incidents;
  private final MeterRegistry registry;
  private final Hand hand = new Hand();
  private final Map<LoadedModel, BatchCutter> cutters = new HashMap<>();
  private final List<LoadedModel> units = new ArrayList<>();
  private final List<Serving> running = new ArrayList<>();
  private final List<Serving> resting = new ArrayList<>();
  private final List<One> due = new ArrayList<>();
  private @Nullable Waiting[] batch = {};
  private int[] encoded = new int[256];
  private int[] items = new int[256];
  private int count;

  UnitScorer(Encoder encoder, int worker, Incidents incidents, MeterRegistry registry) {
    this.encoder = encoder;
    this.worker = worker;
    this.incidents = incidents;
    this.registry = registry;
  }

  Hand hand() {
    return hand;
  }

  /** Forgets the last batch and begins with these; the array is the caller's. */
  void begin(@Nullable Waiting[] requests) {
    encoder.clear();
    batch = requests;
    count = 0;
  }

  /** Adds the request at a place of the batch; one that cannot be encoded is answered at once. */
  void add(int place) {
    Waiting waiting = Objects.requireNonNull(batch[place]);
    try {
      String refusal = encoder.add(waiting.request());
      if (refusal.isEmpty()) {
        keep(place);
      } else {
        waiting.failAll(Missing.Cause.NO_INPUT, refusal);
      }
    } catch (RuntimeException e) {
      waiting.failAll(Missing.Cause.POISON, e.getClass().getSimpleName());
    }
  }

  private void keep(int place) {
    if (count == encoded.length) {
      encoded = Arrays.copyOf(encoded, 2 * count);
      items = Arrays.copyOf(items, 2 * count);
    }
    encoded[count++] = place;
  }

  private Waiting waiting(int item) {
    return Objects.requireNonNull(batch[encoded[item]]);
  }

  /** Scores the batch and answers. */
  void score() {
    units.clear();
    List<One> noted = List.of();
    for (int i = 0; i < count; i++) {
      List<One> ones = waiting(i).ones();
      if (ones != noted) {
        noted = ones;
        note(ones);
      }
    }
    for (int u = 0; u < units.size(); u++) {
      score(units.get(u));
    }
  }

  private void note(List<One> ones) {
    for (int m = 0; m < ones.size(); m++) {
      LoadedModel unit = ones.get(m).serving().unit();
      if (!units.contains(unit)) {
        units.add(unit);
      }
    }
  }

  private void score(LoadedModel unit) {
    running.clear();
    resting.clear();
    int asking = asking(unit);
    if (asking == 0) {
      return;
    }
    BatchCutter cutter = cutter(unit);
    hand.begin(cutter, List.copyOf(running));
    cutter.score(items, asking);
    hand.end();
    judge(cutter, asking);
    answer(cutter, asking);
  }

  /**
   * Collects the items that the unit is to run for. Most requests share one list of models, so the
   * answer for a list holds for the next request with the same one, unless a model rests.
   */
  private int asking(LoadedModel unit) {
    int asking = 0;
    List<One> willing = List.of();
    for (int i = 0; i < count; i++) {
      Waiting waiting = waiting(i);
      if (waiting.ones() == willing || isAskedBy(waiting, unit)) {
        willing = resting.isEmpty() ? waiting.ones() : List.of();
        items[asking++] = i;
      }
    }
    return asking;
  }

  /** Whether the unit is to run for a request; those of its models that rest are answered for. */
  private boolean isAskedBy(Waiting waiting, LoadedModel unit) {
    boolean asked = false;
    List<One> ones = waiting.ones();
    for (int m = 0; m < ones.size(); m++) {
      One one = ones.get(m);
      if (one.serving().unit() == unit) {
        if (mayRun(one.serving())) {
          asked = true;
        } else {
          waiting.fail(one, Missing.Cause.CIRCUIT_OPEN, "");
        }
      }
    }
    return asked;
  }

  private boolean mayRun(Serving serving) {
    if (has(running, serving)) {
      return true;
    }
    if (has(resting, serving)) {
      return false;
    }
    boolean may = serving.circuit().allows(System.nanoTime());
    (may ? running : resting).add(serving);
    return may;
  }

  private static boolean has(List<Serving> servings, Serving wanted) {
    for (int s = 0; s < servings.size(); s++) {
      if (servings.get(s).circuit() == wanted.circuit()) {
        return true;
      }
    }
    return false;
  }

  private void judge(BatchCutter cutter, int asking) {
    boolean worked = false;
    for (int position = 0; position < asking; position++) {
      worked |= cutter.failure(position) == null;
    }
    for (int s = 0; s < running.size(); s++) {
      judge(running.get(s).circuit(), cutter, worked);
    }
    if (cutter.isDeviceLost()) {
      incidents.deviceLost(cutter.model());
    }
  }

  private static void judge(Circuit circuit, BatchCutter cutter, boolean worked) {
    if (cutter.isDeviceLost()) {
      circuit.trip(System.nanoTime());
    } else if (cutter.wasTerminated()) {
      return;
    } else if (worked) {
      circuit.succeeded();
    } else {
      circuit.failed(System.nanoTime());
    }
  }

  private void answer(BatchCutter cutter, int asking) {
    List<One> seen = List.of();
    for (int position = 0; position < asking; position++) {
      Waiting waiting = waiting(items[position]);
      if (waiting.ones() != seen) {
        seen = waiting.ones();
        collectDue(seen, cutter.model());
      }
      for (int m = 0; m < due.size(); m++) {
        answer(waiting, due.get(m), cutter, position);
      }
    }
  }

  private void collectDue(List<One> ones, LoadedModel unit) {
    due.clear();
    for (int m = 0; m < ones.size(); m++) {
      One one = ones.get(m);
      if (one.serving().unit() == unit && has(running, one.serving())) {
        due.add(one);
      }
    }
  }

  private static void answer(Waiting waiting, One one, BatchCutter cutter, int position) {
    Serving serving = one.serving();
    int labels = serving.served().labels().size();
    float[] scores = cutter.scores(position, serving.firstLabel(), labels);
    if (scores == null) {
      waiting.fail(one, cutter.cause(position), String.valueOf(cutter.failure(position)));
    } else {
      waiting.answer(one, new Scored(serving.served(), scores));
    }
  }

  private BatchCutter cutter(LoadedModel unit) {
    BatchCutter known = cutters.get(unit);
    if (known != null) {
      return known;
    }
    LaneMeters meters = new LaneMeters(registry, unit.manifest().id());
    BatchCutter made = new BatchCutter(unit, encoder, worker, meters);
    cutters.put(unit, made);
    return made;
  }

  /** Closes the cutters of units that are gone. */
  void dropUnused() {
    cutters.values().removeIf(UnitScorer::closeIfRetired);
  }

  private static boolean closeIfRetired(BatchCutter cutter) {
    boolean retired = cutter.model().leases().isOver();
    if (retired) {
      cutter.close();
    }
    return retired;
  }

  @Override
  public void close() {
    cutters.values().forEach(BatchCutter::close);
  }
}
