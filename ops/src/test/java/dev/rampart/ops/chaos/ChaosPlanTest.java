package dev.rampart.ops.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandLineRun;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChaosPlanTest {
  @Test
  void shouldUseEveryKindOfStrikeInAnOrderThatTheSeedChooses() {
    List<Strike> strikes = ChaosPlan.mixed(6, 1, 1);
    assertThat(strikes).hasSize(7).isEqualTo(ChaosPlan.mixed(6, 1, 1));
    assertThat(Collections.frequency(strikes, Strike.BROKER)).isOne();
    for (Strike kind : List.of(Strike.KILL, Strike.TERMINATE, Strike.PAUSE)) {
      assertThat(Collections.frequency(strikes, kind)).isEqualTo(2);
    }
    assertThat(List.of(2L, 3L, 4L))
        .anySatisfy(seed -> assertThat(ChaosPlan.mixed(6, 1, seed)).isNotEqualTo(strikes));
  }

  @Test
  void shouldRefuseFewerEventsThanTheStrikesNeed() {
    CommandLineRun run = CommandLineRun.of(new Main(), "chaos", "--kills", "3", "--events", "1999");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--events: found 1999, allowed is 2000 to");
  }

  @Test
  void shouldCallARunCleanOnlyWhenNothingIsWrong() {
    OutputTally.Findings clean = new OutputTally.Findings(5, 0, 0, 0, 2, 0, 0);
    assertThat(report(true, clean, 0, 0).clean()).isTrue();
    assertThat(report(false, clean, 0, 0).clean()).isFalse();
    assertThat(report(true, clean, 1, 0).clean()).isFalse();
    assertThat(report(true, clean, 0, 1).clean()).isFalse();
    assertThat(report(true, new OutputTally.Findings(4, 1, 0, 0, 2, 0, 0), 0, 0).clean()).isFalse();
    assertThat(ChaosFormat.table(report(true, clean, 0, 1))).contains("NOT CLEAN");
    assertThat(ChaosFormat.document(report(true, clean, 0, 0)))
        .containsEntry("missing", 0L)
        .containsEntry("decisions", 5L)
        .containsEntry("clean", true);
  }

  private static ChaosReport report(
      boolean drained, OutputTally.Findings findings, long deadLetters, long openTransactions) {
    ChaosReport.Times times = new ChaosReport.Times(1, 2, 2);
    return new ChaosReport(
        5,
        drained,
        findings,
        deadLetters,
        openTransactions,
        Map.of(Strike.KILL, 1L),
        Map.of(Strike.KILL, times),
        times,
        1);
  }
}
