package dev.rampart.ops.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.chaos.OutputTally.Findings;
import dev.rampart.ops.chaos.proof.ProofReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChaosReportTest {
  private static final Findings CLEAN = new Findings(5, 0, 0, 0, 2, 0, 0);
  private static final ProofReport PROVED =
      new ProofReport(5, 2, 100, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, "00ff");
  private static final ProofReport REFUTED =
      new ProofReport(5, 2, 100, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, "00ff");

  @Test
  void shouldCallARunCleanOnlyWhenNothingIsWrong() {
    assertThat(report(true, CLEAN, 0, List.of(), PROVED).clean()).isTrue();
    assertThat(report(false, CLEAN, 0, List.of(), PROVED).clean()).isFalse();
    assertThat(report(true, CLEAN, 1, List.of(), PROVED).clean()).isFalse();
    assertThat(report(true, CLEAN, 0, List.of(), REFUTED).clean()).isFalse();
    assertThat(report(true, new Findings(4, 1, 0, 0, 2, 0, 0), 0, List.of(), PROVED).clean())
        .isFalse();
  }

  @Test
  void shouldForgiveAnInstanceThatEndsOnlyWhereTheFaultAllowsIt() {
    assertThat(report(true, CLEAN, 0, List.of(exit(Fault.DISK_FULL)), PROVED).clean()).isTrue();
    assertThat(report(true, CLEAN, 0, List.of(exit(Fault.KILL)), PROVED).clean()).isFalse();
  }

  @Test
  void shouldShowEachFaultWithItsTargetAndRecovery() {
    ChaosReport report = report(true, CLEAN, 0, List.of(), PROVED);
    assertThat(ChaosFormat.table(report))
        .containsPattern("1 +kill +instance-2 +1.5 s +700 +0.1 s +4.2 s +4.0 s")
        .contains("recovery kill", "p50 4200 ms")
        .endsWith("clean");
    assertThat(ChaosFormat.document(report))
        .containsEntry("missing", 0L)
        .containsEntry("decisions", 5L)
        .containsEntry("clean", true)
        .containsEntry("seed", 42L);
  }

  private static Exit exit(Fault during) {
    return new Exit("instance-1", 1, during.word(), during.mayEndAnInstance());
  }

  private static ChaosReport report(
      boolean drained, Findings findings, long deadLetters, List<Exit> exits, ProofReport proof) {
    return new ChaosReport(
        new ChaosPlan(5, 1, 3, 3, 0, List.of(Fault.KILL), 42),
        5,
        drained,
        findings,
        deadLetters,
        0,
        List.of(new FaultRecord(1, "kill", "instance-2", 1.5, 700, 100, 4_200L, 4_000, "")),
        exits,
        new ChaosReport.Times(1, 2, 2),
        proof,
        1);
  }
}
