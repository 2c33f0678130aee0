package dev.rampart.ops.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.Main;
import dev.rampart.ops.cli.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFilesTest {
  private static final String POLICY =
      """
      policy: links
      version: 1
      state: draft
      rules:
        - id: many
          when: event.link_count > 1 && features.account_age_days < 7.0
          actions: [{kind: remove}]
      """;

  private static final String EVENT =
      """
      "event": {"type": "message", "message_id": "m1", "author_id": "u1", "channel_id": "c1", \
      "content": "https://a.example https://b.example", "sent_at": "2026-11-21T10:00:00Z"}\
      """;

  @TempDir private Path folder;

  private CommandLineRun policies(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "policies";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return CommandLineRun.of(new Main(), all);
  }

  private String policy(String text) throws Exception {
    return Files.writeString(folder.resolve("links.yml"), text).toString();
  }

  @Test
  void shouldCountWhatAValidPolicyHas() throws Exception {
    CommandLineRun run = policies("validate", policy(POLICY));

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("links version 1: 1 rules, 0 thresholds");
  }

  @Test
  void shouldShowLineAndColumnOfWhatIsWrong() throws Exception {
    CommandLineRun run = policies("validate", policy(POLICY.replace("_days", "_weeks")));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("links.yml:6:").contains("features.account_age_weeks");
  }

  @Test
  void shouldHoldPoliciesAgainstSavedCases() throws Exception {
    Path cases =
        Files.writeString(
            folder.resolve("cases.jsonl"),
            """
            {"name": "new", %1$s, "features": {"account_age_days": 1}, "rules": ["links/many"], "actions": ["links/many/remove"]}
            {"name": "old", %1$s, "features": {"account_age_days": 30}, "rules": ["links/many"]}
            """
                .formatted(EVENT));
    CommandLineRun run = policies("test", policy(POLICY), "--cases", cases.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("1 of 2 fail").contains("old: missing links/many");
  }

  @Test
  void shouldListWhatIsWrongWithCases() throws Exception {
    Path cases =
        Files.writeString(
            folder.resolve("cases.jsonl"),
            """
            {"name": "odd", %1$s, "features": {"account_age_weeks": 1}}
            {"name": "none"
            """
                .formatted(EVENT));
    CommandLineRun run = policies("test", policy(POLICY), "--cases", cases.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("cases.jsonl:1: features.account_age_weeks: unknown, allowed")
        .contains("cases.jsonl:2: not a JSON object");
  }
}
