package dev.rampart.ops.chaos;

import dev.rampart.ops.chaos.Recoveries.Recovery;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.Output;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/**
 * Carries the strikes out, each at a random moment of its share of the feed and against a random
 * instance that is processing. After three strikes of four it waits until the pipeline has
 * recovered; the fourth is followed by the next at once.
 */
final class Striker {
  private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(2);
  private static final int LONGEST_EXTRA_PAUSE_MILLIS = 2_000;

  private final ChaosPlan plan;
  private final Stage stage;
  private final Gate<?> gate;
  private final Recoveries recoveries;
  private final Supplier<Map<TopicPartition, Long>> ends;
  private final Output output;
  private final SplittableRandom random;
  private final List<Duration> stops = new CopyOnWriteArrayList<>();

  /**
   * @param gate holds the feed until its share is due
   * @param ends offsets after the last record of each partition that is fed all the time
   */
  Striker(
      ChaosPlan plan,
      Stage stage,
      Gate<?> gate,
      Recoveries recoveries,
      Supplier<Map<TopicPartition, Long>> ends,
      Output output) {
    this.plan = plan;
    this.stage = stage;
    this.gate = gate;
    this.recoveries = recoveries;
    this.ends = ends;
    this.output = output;
    this.random = new SplittableRandom(plan.seed());
  }

  /** Strikes until all is done, and lets the rest of the feed through. */
  void run() throws IOException, InterruptedException {
    int share = plan.events() / (plan.strikes().size() + 1);
    int opened = 0;
    stage.awaitReady();
    for (Strike strike : plan.strikes()) {
      InstanceProcess victim = stage.instances().get(random.nextInt(plan.instances()));
      victim.awaitReady();
      gate.open(share);
      awaitPassed(opened + random.nextInt(share / 10, share * 8 / 10));
      opened += share;
      strike(strike, victim);
    }
    gate.open(plan.events() - opened);
    stage.awaitReady();
  }

  /** How long instances took to stop when they were asked to. */
  List<Duration> stops() {
    return List.copyOf(stops);
  }

  private void strike(Strike strike, InstanceProcess victim)
      throws IOException, InterruptedException {
    output.note("%,d events written: %s".formatted(gate.passed(), strike));
    Recovery recovery = recoveries.begin(strike, ends.get());
    switch (strike) {
      case KILL -> victim.killAndRestart();
      case TERMINATE -> stops.add(victim.terminateAndRestart());
      case PAUSE -> victim.pause(pastTheSession());
      case BROKER -> stage.restartBroker();
    }
    if (random.nextInt(4) > 0 && !recovery.await(RECOVERY_LIMIT)) {
      throw CommandFailure.failed(
          "the pipeline did not recover from %s within %d s"
              .formatted(strike, RECOVERY_LIMIT.toSeconds()));
    }
  }

  private Duration pastTheSession() {
    return Stage.SESSION.plusMillis(1_000 + random.nextInt(LONGEST_EXTRA_PAUSE_MILLIS));
  }

  private void awaitPassed(long place) throws InterruptedException {
    while (gate.passed() < place) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }
}
