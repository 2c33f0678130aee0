package dev.rampart.ops.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandLineRun;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChaosPlanTest {
  private static final List<Fault> KINDS = List.of(Fault.KILL, Fault.CUT, Fault.BROKER_KILL);

  @Test
  void shouldUseEveryKindOfFaultInAnOrderThatTheSeedChooses() {
    List<Fault> faults = ChaosPlan.mixed(KINDS, 7, 1);
    assertThat(faults).hasSize(7).isEqualTo(ChaosPlan.mixed(KINDS, 7, 1));
    assertThat(Collections.frequency(faults, Fault.KILL)).isEqualTo(3);
    assertThat(Collections.frequency(faults, Fault.CUT)).isEqualTo(2);
    assertThat(List.of(2L, 3L, 4L))
        .anySatisfy(seed -> assertThat(ChaosPlan.mixed(KINDS, 7, seed)).isNotEqualTo(faults));
  }

  @Test
  void shouldPlanTheSameIncidentsFromTheSameSeed() {
    List<Incident> incidents = Schedule.of(plan(7));
    assertThat(incidents).isEqualTo(Schedule.of(plan(7))).isNotEqualTo(Schedule.of(plan(8)));
    assertThat(incidents).extracting(Incident::fault).containsExactlyElementsOf(KINDS);
    assertThat(incidents)
        .allSatisfy(
            incident -> {
              int share = (incident.number() - 1) * 1_000;
              assertThat(incident.place()).isBetween(share + 100, share + 800);
              assertThat(incident.target()).isBetween(0, 2);
            });
  }

  @Test
  void shouldKnowEveryFaultByItsWord() {
    assertThat(Fault.parse("kill, controller-kill"))
        .containsExactly(Fault.KILL, Fault.CONTROLLER_KILL);
    assertThat(Fault.parse("all")).containsExactly(Fault.values());
    CommandLineRun run = CommandLineRun.of(new Main(), "chaos", "--faults", "kill,flood");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--faults: found flood, allowed are all and kill, loss");
  }

  @Test
  void shouldRefuseFewerEventsThanTheFaultsNeed() {
    CommandLineRun run = CommandLineRun.of(new Main(), "chaos", "--kills", "3", "--events", "1999");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--events: found 1999, allowed is 2000 to");
  }

  private static ChaosPlan plan(long seed) {
    return new ChaosPlan(4_000, 1_000, 3, 3, 0, KINDS, seed);
  }
}
