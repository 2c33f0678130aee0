package dev.rampart.classifiers.engine;

import dev.rampart.classifiers.manifest.ModelRefusedException;
import dev.rampart.classifiers.runtime.LoadedModel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Loads models anew in the background after what a lane cannot cure by itself. A model that is
 * refused then stays as it is, with its circuit open; when it has rested and fails again, it is
 * tried again.
 */
final class Repairs implements Incidents {
  private static final String DEVICE_LOST = "the context of a CUDA device is lost";

  private final Deck deck;
  private final Concerns concerns;
  private final Set<LoadedModel> under = ConcurrentHashMap.newKeySet();
  private final ExecutorService bench =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "rampart-classifier-repairs");
            thread.setDaemon(true);
            return thread;
          });

  Repairs(Deck deck, Concerns concerns) {
    this.deck = deck;
    this.concerns = concerns;
  }

  @Override
  public void hung(LoadedModel unit) {
    start(unit, () -> deck.renew(serving -> serving.unit() == unit));
  }

  @Override
  public void deviceLost(LoadedModel unit) {
    concerns.loseDevice(DEVICE_LOST);
    start(unit, () -> deck.renew(serving -> !serving.model().device().equals("cpu")));
  }

  private void start(LoadedModel unit, Runnable repair) {
    if (!under.add(unit)) {
      return;
    }
    try {
      bench.execute(() -> run(unit, repair));
    } catch (RejectedExecutionException closed) {
      under.remove(unit);
    }
  }

  private void run(LoadedModel unit, Runnable repair) {
    try {
      repair.run();
      concerns.renewed(unit.manifest().id());
    } catch (ModelRefusedException e) {
      concerns.notRenewed(unit.manifest().id(), e);
    } finally {
      under.remove(unit);
    }
  }

  /** What is not begun is left; what is under way ends by itself. */
  void close() {
    bench.shutdownNow();
  }
}
