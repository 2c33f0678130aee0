package dev.rampart.actions.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FakeEvent;
import dev.rampart.actions.event.Standing;
import dev.rampart.schemas.Reason;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCompilerTest {
  private final RuleCompiler compiler =
      new RuleCompiler(
          new RuleScope(List.of("age"), List.of("toxicity.hate"), Map.of("hate", 0.9)));

  private Truth test(String rule, FakeEvent event, double age, double hate) throws RuleException {
    return compiler
        .compile(rule)
        .test(event, new double[] {age}, new float[] {(float) hate}, Standing.CLEAN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          scores.toxicity.hate >= threshold.hate ; TRUE
          scores.toxicity.hate >= threshold.hate && event.is_direct ; FALSE
          features.age < 7.0 ; MISSING
          !(features.age < 7.0) ; MISSING
          features.age < 7.0 && event.is_direct ; FALSE
          features.age < 7.0 || event.type == "message" ; TRUE
          features.age < 7.0 && event.type == "message" ; MISSING
          1 / event.link_count > 0 ; ERROR
          1 / event.link_count > 0 && event.is_direct ; FALSE
          event.is_direct && 1 / event.link_count > 0 ; FALSE
          1 / event.link_count > 0 && features.age < 7.0 ; MISSING
          """)
  void shouldLetAValueThatIsMissingMatterOnlyWhereItDecides(String rule, Truth expected)
      throws RuleException {
    assertThat(test(rule, FakeEvent.message(), Double.NaN, 0.95)).isEqualTo(expected);
  }

  @Test
  void shouldBoundWhatALoopCosts() throws RuleException {
    FakeEvent hostile =
        FakeEvent.message().with(EventField.MENTIONS, Collections.nCopies(100_000, "u-9"));

    assertThat(test("event.mentions.exists(m, m == 'u-1')", hostile, 1, 0)).isEqualTo(Truth.ERROR);
  }

  @Test
  void shouldBoundWhatNestedLoopsCost() throws RuleException {
    FakeEvent hostile =
        FakeEvent.message().with(EventField.MENTIONS, Collections.nCopies(500, "u-9"));

    assertThat(
            test("event.mentions.exists(m, event.mentions.exists(n, m + n == ''))", hostile, 1, 0))
        .isEqualTo(Truth.ERROR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          features.agee < 7.0 | 0 | undeclared reference to 'features' (in container ''); found features.agee, allowed features.age
          scores.toxicity.hat > 0.5 | 0 | undeclared reference to 'scores' (in container ''); found scores.toxicity.hat, allowed scores.toxicity.hate
          true && threshold.x > 1.0 | 8 | undeclared reference to 'threshold' (in container ''); found threshold.x, allowed threshold.hate
          account.karma > 1.0 | 0 | undeclared reference to 'account' (in container ''); found account.karma, allowed account.recent_actions, account.strikes
          event.link_count + 1 | 17 | expected type 'bool' but found 'int'
          karma > 3 | 0 | undeclared reference to 'karma' (in container '')
          event.content.matches('(') | 22 | not a pattern that RE2 knows: missing closing )
          event.content.matches('a{2000}') | 22 | not a pattern that RE2 knows: invalid repeat count
          event.content.matches('(a{100}){20}') | 22 | the pattern compiles to 2042 instructions, allowed 1000
          event.content.matches(event.locale) | 27 | the pattern of matches() must be a constant text
          dyn(event.content) == 1 | 3 | dyn() is not allowed in a rule: it hides type errors until an event arrives
          """)
  void shouldSayWhatIsWrongAndWhere(String rule, int column, String message) {
    RuleException exception =
        catchThrowableOfType(RuleException.class, () -> compiler.compile(rule));

    assertThat(exception.errors()).containsExactly(new RuleError(1, column, message));
  }

  @Test
  void shouldRefuseARuleThatIsTooLong() {
    String rule = String.join(" && ", Collections.nCopies(1000, "event.is_direct"));

    RuleException exception =
        catchThrowableOfType(RuleException.class, () -> compiler.compile(rule));

    assertThat(exception.errors()).extracting(RuleError::message).asString().contains("4000");
  }

  @Test
  void shouldGiveTheNumbersAsReasonsAndNeverTheText() throws RuleException {
    Rule rule =
        compiler.compile(
            "scores.toxicity.hate >= threshold.hate && features.age < 7.0"
                + " && event.content.contains('x') && event.link_count > 1 && event.locale == 'en'");

    assertThat(
            rule.reasons(
                FakeEvent.message().with(EventField.LINK_COUNT, 2L),
                new double[] {Double.NaN},
                new float[] {0.93f},
                Standing.CLEAN))
        .extracting(Reason::getName, Reason::getValue, Reason::getThreshold)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("scores.toxicity.hate", "0.93", 0.9),
            org.assertj.core.groups.Tuple.tuple("features.age", "missing", 7.0),
            org.assertj.core.groups.Tuple.tuple("event.link_count", "2", 1.0));
  }
}
