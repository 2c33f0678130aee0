package dev.rampart.ops.chaos;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.Output;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/**
 * Carries a schedule out, each fault at its place of the feed against a target that is whole. A
 * fault that may end an instance is always waited for.
 */
final class FaultInjector {
  private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(3);

  private final ChaosPlan plan;
  private final Stage stage;
  private final Faults faults;
  private final Supervisor supervisor;
  private final Gate<?> gate;
  private final Recoveries recoveries;
  private final Supplier<Map<TopicPartition, Long>> ends;
  private final Output output;
  private final List<FaultRecord.Open> records = new CopyOnWriteArrayList<>();
  private final long start = System.nanoTime();

  /**
   * @param gate holds the feed until its share is due
   * @param ends offsets after the last record of each partition that is fed all the time
   */
  FaultInjector(
      ChaosPlan plan,
      Stage stage,
      Faults faults,
      Supervisor supervisor,
      Gate<?> gate,
      Recoveries recoveries,
      Supplier<Map<TopicPartition, Long>> ends,
      Output output) {
    this.plan = plan;
    this.stage = stage;
    this.faults = faults;
    this.supervisor = supervisor;
    this.gate = gate;
    this.recoveries = recoveries;
    this.ends = ends;
    this.output = output;
  }

  /** Strikes until all is done, and lets the rest of the feed through. */
  void run() throws Exception {
    int share = plan.share();
    stage.awaitReady();
    for (Incident incident : Schedule.of(plan)) {
      faults.awaitWhole(incident);
      gate.open(share);
      awaitPassed(incident.place());
      strike(incident);
    }
    gate.open(plan.events() - share * plan.faults().size());
    stage.awaitReady();
  }

  /** What became of each fault. */
  List<FaultRecord> records() {
    return records.stream().map(FaultRecord.Open::close).toList();
  }

  private void strike(Incident incident) throws Exception {
    output.note(
        "%,d events written: fault %d, %s"
            .formatted(gate.passed(), incident.number(), incident.fault().word()));
    long struckAt = System.nanoTime();
    long passed = gate.passed();
    supervisor.struck(incident.fault());
    Recovery recovery = recoveries.begin(ends.get());
    Struck struck = faults.inflict(incident, recovery);
    recoveries.through(recovery);
    records.add(
        new FaultRecord.Open(
            incident,
            struck,
            (struckAt - start) / 1e9,
            passed,
            Duration.ofNanos(System.nanoTime() - struckAt),
            recovery));
    awaitRecovery(incident, recovery);
  }

  private void awaitRecovery(Incident incident, Recovery recovery) throws InterruptedException {
    boolean waits = incident.awaited() || incident.fault().mayEndAnInstance();
    if (waits && !recovery.await(RECOVERY_LIMIT)) {
      throw CommandFailure.failed(
          "the pipeline did not recover from fault %d, %s, within %d s"
              .formatted(incident.number(), incident.fault().word(), RECOVERY_LIMIT.toSeconds()));
    }
  }

  private void awaitPassed(long place) throws InterruptedException {
    while (gate.passed() < place) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }
}
