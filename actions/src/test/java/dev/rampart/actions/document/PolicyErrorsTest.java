package dev.rampart.actions.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampart.actions.policy.FirstCatalogue;
import dev.rampart.actions.policy.PolicySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyErrorsTest {
  private static final String GOOD =
      """
      policy: spam
      version: 1
      state: live
      thresholds:
        links: {value: 5, min: 1, max: 100, unit: links, means: Lower stops more.}
      ladder:
        - {strikes: 3, kind: time_out, duration: PT1H}
      rules:
        - id: burst
          when: event.link_count > threshold.links
          on_missing: no_match
          actions:
            - {kind: remove, notice: spam.links}
            - {kind: rate_limit, per_minute: 5}
          strikes: 1
          cooldown: PT10M
      """;

  private static List<String> problems(String yaml) {
    PolicyException exception =
        catchThrowableOfType(
            PolicyException.class,
            () ->
                PolicySet.of(
                    List.of(PolicyDocument.parse("spam.yml", yaml)), FirstCatalogue.VOCABULARY));
    return exception == null
        ? List.of()
        : exception.problems().stream().map(PolicyProblem::toString).toList();
  }

  @Test
  void shouldTakeAGoodPolicy() {
    assertThat(problems(GOOD)).isEmpty();
  }

  /** Each line: what to replace in the good policy, by what, and the one problem that it makes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          state: live | stat: live | spam.yml:1:1: state: not found, required#spam.yml:3:1: stat: unknown field, allowed abnormal_rate, allow, budget, canary_share, description, events, ladder, on_missing, overrides, policy, review_sample, rules, state, strikes_expire, thresholds, version
          state: live | state: on | spam.yml:3:8: state: found 'on', allowed draft, shadow, canary, live, retired
          state: live | state: canary | spam.yml:1:1: canary_share: not found, required
          state: live | state: live, canary | spam.yml:3:8: state: found 'live, canary', allowed draft, shadow, canary, live, retired
          version: 1 | version: one | spam.yml:2:10: version: found 'one', allowed a whole number from 1
          version: 1 | version: 0 | spam.yml:2:10: version: found '0', allowed a whole number from 1
          version: 1 | version: [1] | spam.yml:2:10: version: found a list, allowed a single value
          policy: spam | policy: Spam! | spam.yml:1:9: policy: found 'Spam!', allowed up to 64 lower-case letters, digits and -, a letter first
          value: 5 | value: 500 | spam.yml:5:18: thresholds.links.value: found '500', allowed a number from 1 to 100
          value: 5 | value: .nan | spam.yml:5:18: thresholds.links.value: found '.nan', allowed a number from 1 to 100
          min: 1, | min: 200, | spam.yml:5:36: thresholds.links.max: found 100, allowed no less than min
          unit: | units: | spam.yml:5:39: thresholds.links.units: unknown field, allowed max, means, min, unit, value
          strikes: 3, kind: time_out | strikes: 3, kind: remove | spam.yml:7:24: ladder[0].kind: found 'remove', allowed review, warn, rate_limit, shadow_mute, mute, time_out, quarantine, suspend, ban
          kind: time_out, duration: PT1H | kind: time_out | spam.yml:7:5: ladder[0].duration: not found, required
          kind: remove, | kind: delete, | spam.yml:13:16: rules[0].actions[0].kind: found 'delete', allowed label, review, warn, rate_limit, hide, remove, shadow_mute, mute, time_out, quarantine, suspend, ban
          kind: remove, | kind: remove, subject: user, | spam.yml:13:33: rules[0].actions[0].subject: found 'user', allowed message
          kind: remove, | kind: remove, queue: spam, | spam.yml:13:31: rules[0].actions[0].queue: found with kind remove, which takes no queue
          kind: remove, | kind: remove, priority: 5, | spam.yml:13:34: rules[0].actions[0].priority: found with kind remove, which takes no priority
          kind: remove, notice: spam.links | kind: review, priority: 101 | spam.yml:13:34: rules[0].actions[0].priority: found '101', allowed a whole number from 0 to 100
          kind: rate_limit, per_minute: 5 | kind: rate_limit | spam.yml:14:9: rules[0].actions[1].per_minute: not found, required
          kind: rate_limit, per_minute: 5 | kind: remove | spam.yml:14:16: rules[0].actions[1].kind: found twice for the same subject, allowed once in a rule
          cooldown: PT10M | cooldown: 10 minutes | spam.yml:16:15: rules[0].cooldown: found '10 minutes', allowed an ISO-8601 duration from PT1S to P3653D, PT10M or P7D for instance
          cooldown: PT10M | cooldown: -PT10M | spam.yml:16:15: rules[0].cooldown: found '-PT10M', allowed an ISO-8601 duration from PT1S to P3653D, PT10M or P7D for instance
          on_missing: no_match | on_missing: ignore | spam.yml:11:17: rules[0].on_missing: found 'ignore', allowed no_match, match, review
          on_missing: no_match | events: [user] | spam.yml:13:9: rules[0].actions[0].subject: found message in a rule for other events, allowed with events: [message]
          when: event.link_count > threshold.links | when: event.link_count > threshold.link | spam.yml:10:30: rules[0].when: undeclared reference to 'threshold' (in container ''); found threshold.link, allowed threshold.links
          when: event.link_count > threshold.links | when: "event.locale == \\"en\\" && event.link_cout > 5" | spam.yml:10:38: rules[0].when: undeclared reference to 'event' (in container '')
          version: 1 | version: 1# version: 1 | spam.yml:3:1: version: found a second time, allowed once
          version: 1 | version: {1 | spam.yml:3:6: not valid YAML: expected ',' or '}', but got :
          """)
  void shouldSayWhereWhatWasFoundAndWhatIsAllowed(String from, String to, String expected) {
    List<String> problems = problems(GOOD.replace(from, to.replace("# ", "\n")));

    String[] parts = expected.split("#", -1);
    assertThat(problems).hasSize(parts.length);
    for (int i = 0; i < parts.length; i++) {
      assertThat(problems.get(i)).startsWith(parts[i]);
    }
  }

  @Test
  void shouldMapColumnsOfFoldedTextIntoTheFile() {
    String yaml =
        GOOD.replace(
            "when: event.link_count > threshold.links",
            """
            when: >-
                  event.link_count > 5
                  && event.content == "ä𝄞"  &&   features.karma > 1.0""");

    assertThat(problems(yaml))
        .singleElement()
        .asString()
        .startsWith("spam.yml:12:38: rules[0].when: undeclared reference to 'features'");
  }

  @Test
  void shouldMapLinesOfLiteralTextIntoTheFile() {
    String yaml =
        GOOD.replace(
            "when: event.link_count > threshold.links",
            """
            when: |
                  event.link_count > 5

                  && event.content""");

    assertThat(problems(yaml))
        .singleElement()
        .asString()
        .startsWith("spam.yml:13:7: rules[0].when: found no matching overload for '_&&_'");
  }

  @Test
  void shouldRefuseTheSameRuleTwice() {
    String yaml = GOOD + "  - {id: burst, when: 'true'}\n";

    assertThat(problems(yaml))
        .containsExactly("spam.yml:17:10: rules[1].id: found 'burst' a second time, allowed once");
  }

  @Test
  void shouldRefuseWhatIsNoPolicyAtAll() {
    assertThat(problems("")).containsExactly("spam.yml:1:1: found nothing, allowed a policy");
    assertThat(problems("- a")).contains("spam.yml:1:1: found a list, allowed a mapping of fields");
  }

  @Test
  void shouldListTheProblemsOfAllFilesAtOnce(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("a.yml"), GOOD.replace("version: 1", "version: x"));
    Files.writeString(directory.resolve("b.yml"), GOOD.replace("link_count", "links"));
    Files.writeString(directory.resolve("c.yml"), GOOD.replace("policy: spam", "policy: other"));
    Files.write(directory.resolve("d.yml"), new byte[] {(byte) 0xC3, 0x28});
    Files.writeString(directory.resolve("notes.txt"), "not a policy");

    PolicyException exception =
        catchThrowableOfType(
            PolicyException.class, () -> PolicySet.load(directory, FirstCatalogue.VOCABULARY));

    assertThat(exception.problems())
        .extracting(problem -> Path.of(problem.source()).getFileName() + " " + problem.field())
        .containsExactly("a.yml version", "d.yml ", "b.yml rules[0].when");
    assertThat(exception).hasMessageStartingWith("3 problems in the policies:\n  ");
  }

  @Test
  void shouldRefuseADirectoryWithoutPolicies(@TempDir Path directory) {
    assertThat(
            catchThrowableOfType(
                PolicyException.class, () -> PolicySet.load(directory, FirstCatalogue.VOCABULARY)))
        .hasMessageContaining("found no *.yml file, allowed one or more");
    assertThat(
            catchThrowableOfType(
                PolicyException.class,
                () -> PolicySet.load(directory.resolve("no"), FirstCatalogue.VOCABULARY)))
        .hasMessageContaining("cannot be listed");
  }

  @Test
  void shouldRefuseTwoPoliciesInForceUnderOneName(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("a.yml"), GOOD);
    Files.writeString(directory.resolve("b.yml"), GOOD);

    assertThat(
            catchThrowableOfType(
                PolicyException.class, () -> PolicySet.load(directory, FirstCatalogue.VOCABULARY)))
        .hasMessageContaining("policy: found 'spam' in force a second time, allowed once");
  }
}
