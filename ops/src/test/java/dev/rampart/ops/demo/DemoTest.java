package dev.rampart.ops.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.Main;
import dev.rampart.ops.cli.Program;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/**
 * The {@code demo} command, short. A paced feed reaches the broker in the order of its time, so
 * that a machine that lags behind decides on the same windows.
 */
class DemoTest {
  @Test
  void shouldDecideEveryEventOnceAndHoldThePoliciesAgainstTheTruth() throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    int exit =
        Program.run(
            new Main(),
            new PrintWriter(out),
            new PrintWriter(err),
            "demo",
            "--exit",
            "--json",
            "--events",
            "20000",
            "--rate",
            "1000");

    assertThat(exit).as(err.toString()).isZero();
    JsonNode summary = new ObjectMapper().readTree(out.toString());
    assertThat(summary.get("events_in").asLong()).isEqualTo(20_000);
    assertThat(summary.get("decisions").asLong()).isEqualTo(20_000);
    assertThat(summary.get("missing").asLong()).isZero();
    assertThat(summary.get("decided_twice").asLong()).isZero();
    assertThat(summary.get("actions").size()).isGreaterThanOrEqualTo(4);
    assertThat(summary.get("precision").get("any").asDouble()).isGreaterThan(0.7);
    assertThat(summary.get("recall").get("any").asDouble()).isGreaterThan(0.2);
  }
}
