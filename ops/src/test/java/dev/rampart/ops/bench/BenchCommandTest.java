package dev.rampart.ops.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandLineRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code bench} command, too short for a figure. */
class BenchCommandTest {
  @Test
  void shouldMeasureASideAndNameTheMachine() {
    CommandLineRun run =
        bench("--events", "10000", "--rounds", "1", "--limit", "10", "--sides", "a");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("(a) ", "10,000");
  }

  @Test
  void shouldTellWhatAnEventCostsByStageAndDrawIt(@TempDir Path folder) {
    Path flame = folder.resolve("flame.html");
    CommandLineRun run =
        bench(
            "--suite",
            "profile",
            "--events",
            "10000",
            "--rounds",
            "1",
            "--limit",
            "10",
            "--flame",
            flame.toString());
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("Kafka Streams", "features", "scoring", "broker", "compiler");
    assertThat(flame).content().contains("Rampart: processor time", "cpool");
  }

  @Test
  void shouldNameTheSuitesAndSidesThatThereAre() {
    assertThat(bench("--suite", "nonsense").err()).contains("pipeline, classifiers");
    assertThat(bench("--sides", "z").err()).contains("allowed are letters of asebc");
  }

  private static CommandLineRun bench(String... more) {
    String[] arguments = new String[more.length + 1];
    arguments[0] = "bench";
    System.arraycopy(more, 0, arguments, 1, more.length);
    return CommandLineRun.of(new Main(), arguments);
  }
}
