package dev.rampart.classifiers.engine;

import ai.onnxruntime.OrtException;
import dev.rampart.classifiers.EngineSettings;
import dev.rampart.classifiers.Missing;
import dev.rampart.classifiers.Scored;
import dev.rampart.classifiers.manifest.InputSpec;
import dev.rampart.classifiers.runtime.BatchCutter;
import dev.rampart.classifiers.runtime.Encoder;
import dev.rampart.classifiers.runtime.LoadedModel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The loop of one worker thread: take what waits, encode it, run each model on those that ask for
 * it, answer, let go.
 */
final class LaneWorker implements Runnable {
  private static final int BATCH = 256;

  private final WaitingRoom room;
  private final MeterRegistry registry;
  private final Timer wait;
  private final long deadlineNanos;
  private final Encoder encoder;
  private final Map<LoadedModel, BatchCutter> cutters = new HashMap<>();
  private final List<Serving> servings = new ArrayList<>();
  private final @Nullable Waiting[] batch = new Waiting[BATCH];
  private final Waiting[] encoded = new Waiting[BATCH];
  private final Hand hand = new Hand();
  private final int[] items = new int[BATCH];
  private final Asked.One[] asks = new Asked.One[BATCH];
  private int encodedCount;

  LaneWorker(
      WaitingRoom room,
      InputSpec input,
      EngineSettings settings,
      MeterRegistry registry,
      Timer wait) {
    this.room = room;
    this.registry = registry;
    this.wait = wait;
    this.deadlineNanos = settings.deadline().toNanos();
    this.encoder = Encoder.of(input);
  }

  /** What the worker has in hand, for the watch. */
  Hand hand() {
    return hand;
  }

  @Override
  public void run() {
    try {
      int taken = room.take(batch);
      while (taken > 0 && !hand.isAbandoned()) {
        serve(taken);
        taken = room.take(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      cutters.values().forEach(BatchCutter::close);
    }
  }

  private void serve(int taken) {
    hand.take(batch, taken);
    try {
      encode(taken);
      scoreEach();
    } catch (RuntimeException | Error e) {
      giveUpAll(taken, e);
    } finally {
      letGo(taken);
    }
  }

  private void encode(int taken) {
    long now = System.nanoTime();
    wait.record(now - waiting(0).since(), TimeUnit.NANOSECONDS);
    encoder.clear();
    encodedCount = 0;
    for (int i = 0; i < taken; i++) {
      Waiting waiting = waiting(i);
      if (now - waiting.since() > deadlineNanos) {
        waiting.giveUp(Missing.Cause.DEADLINE);
      } else {
        encode(waiting);
      }
    }
  }

  private void encode(Waiting waiting) {
    try {
      String refusal = encoder.add(waiting.request());
      if (refusal.isEmpty()) {
        encoded[encodedCount++] = waiting;
      } else {
        waiting.giveUp(Missing.Cause.NO_INPUT, refusal);
      }
    } catch (RuntimeException e) {
      waiting.giveUp(Missing.Cause.POISON, e.getClass().getSimpleName());
    }
  }

  private void scoreEach() {
    servings.clear();
    for (int i = 0; i < encodedCount; i++) {
      for (Asked.One one : encoded[i].ones()) {
        note(one.serving());
      }
    }
    servings.forEach(this::score);
  }

  private void note(Serving serving) {
    for (int i = 0; i < servings.size(); i++) {
      if (servings.get(i).isSame(serving)) {
        return;
      }
    }
    servings.add(serving);
  }

  private void score(Serving serving) {
    int count = 0;
    for (int i = 0; i < encodedCount; i++) {
      Asked.One one = ask(encoded[i], serving);
      if (one != null) {
        asks[count] = one;
        items[count++] = i;
      }
    }
    if (!serving.circuit().allows(System.nanoTime())) {
      giveUp(count, Missing.Cause.CIRCUIT_OPEN);
      return;
    }
    BatchCutter cutter = cutter(serving.model());
    hand.begin(cutter, serving.circuit());
    cutter.score(items, count);
    hand.end();
    answer(cutter, serving.circuit(), count);
  }

  private void answer(BatchCutter cutter, Circuit circuit, int count) {
    int failed = 0;
    for (int position = 0; position < count; position++) {
      answer(encoded[items[position]], asks[position], cutter, position);
      failed += cutter.failure(position) == null ? 0 : 1;
    }
    if (failed < count) {
      circuit.succeeded();
    } else if (!cutter.wasTerminated()) {
      circuit.failed(System.nanoTime());
    }
  }

  private void giveUp(int count, Missing.Cause cause) {
    for (int position = 0; position < count; position++) {
      Asked.One one = asks[position];
      encoded[items[position]]
          .ticket()
          .complete(one.index(), Missing.of(one.serving().served(), cause));
    }
  }

  private static Asked.@Nullable One ask(Waiting waiting, Serving serving) {
    for (Asked.One one : waiting.ones()) {
      if (one.serving().isSame(serving)) {
        return one;
      }
    }
    return null;
  }

  private static void answer(Waiting waiting, Asked.One one, BatchCutter cutter, int position) {
    float[] scores = cutter.scores(position);
    if (scores == null) {
      waiting
          .ticket()
          .complete(
              one.index(),
              Missing.of(
                  one.serving().served(),
                  cutter.wasTerminated() ? Missing.Cause.TIMED_OUT : Missing.Cause.POISON,
                  String.valueOf(cutter.failure(position))));
    } else {
      waiting.ticket().complete(one.index(), new Scored(one.serving().served(), scores));
    }
  }

  private BatchCutter cutter(LoadedModel model) {
    BatchCutter known = cutters.get(model);
    if (known != null) {
      return known;
    }
    try {
      BatchCutter made =
          new BatchCutter(model, encoder, new LaneMeters(registry, model.manifest().id()));
      cutters.put(model, made);
      return made;
    } catch (OrtException e) {
      throw new IllegalStateException("no buffers for " + model.manifest().id(), e);
    }
  }

  private void giveUpAll(int taken, Throwable cause) {
    for (int i = 0; i < taken; i++) {
      waiting(i).giveUp(Missing.Cause.POISON, cause.getClass().getSimpleName());
    }
  }

  /** Frees the plans' leases, plan by plan, and the references to what was served. */
  private void letGo(int taken) {
    int from = 0;
    for (int i = 0; i < taken; i++) {
      if (i + 1 == taken || waiting(i + 1).plan() != waiting(i).plan()) {
        waiting(i).plan().leases().release(i + 1 - from);
        from = i + 1;
      }
    }
    Arrays.fill(batch, 0, taken, null);
    dropUnused();
  }

  private void dropUnused() {
    cutters.values().removeIf(LaneWorker::closeIfRetired);
  }

  private static boolean closeIfRetired(BatchCutter cutter) {
    boolean retired = cutter.model().leases().isOver();
    if (retired) {
      cutter.close();
    }
    return retired;
  }

  private Waiting waiting(int i) {
    return Objects.requireNonNull(batch[i]);
  }
}
