package dev.rampart.ops.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.cli.Output;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The guarantee, on three real brokers and with real processes: whatever happens to brokers,
 * instances and the network, every event is decided once, in the order of its partition, as a
 * single thread would decide it, and exactly the actions that were decided are sent. {@code
 * ./rampart chaos} is the long form.
 */
class EveryEventDecidedOnceTest {
  private static final int EVENTS = 12_000;
  private static final int EVENTS_PER_SECOND = 2_500;
  private static final long SEED = 11;

  @Test
  void shouldDecideEveryEventOnceWhileBrokersAndInstancesAreHurt() throws Exception {
    List<Fault> faults = List.of(Fault.KILL, Fault.BROKER_KILL, Fault.CUT);
    ChaosPlan plan = new ChaosPlan(EVENTS, EVENTS_PER_SECOND, 2, 3, 0, faults, SEED);

    ChaosReport report = new Chaos(plan, notes()).run();

    assertThat(report.findings())
        .as(ChaosFormat.table(report))
        .returns((long) EVENTS, OutputTally.Findings::decisions)
        .returns(true, OutputTally.Findings::clean);
    assertThat(report.findings().actions()).isPositive();
    assertThat(report.clean()).as(ChaosFormat.table(report)).isTrue();
  }

  /** To the test's own output file, where a failure can be read up. */
  private static Output notes() {
    return new Output(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        false);
  }
}
