package dev.rampart.actions.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FakeEvent;
import dev.rampart.actions.event.Standing;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CompiledRuleTest {
  private final RuleCompiler compiler = new RuleCompiler(RuleTexts.SCOPE);

  /** What a rule is tested on. */
  record Input(
      FakeEvent event, double age, double rate, double hate, double toxic, Standing standing) {
    Truth of(Condition condition) {
      return condition.test(event, features(), scores(), standing);
    }

    Truth of(Rule rule) {
      return rule.test(event, features(), scores(), standing);
    }

    private double[] features() {
      return new double[] {age, rate};
    }

    private float[] scores() {
      return new float[] {(float) hate, (float) toxic};
    }
  }

  @Provide
  Arbitrary<String> rules() {
    return RuleTexts.any();
  }

  @Provide
  Arbitrary<List<Input>> inputs() {
    return Combinators.combine(events(), numbers(), numbers(), numbers(), numbers(), strikes())
        .as(Input::new)
        .list()
        .ofSize(20);
  }

  private static Arbitrary<Double> numbers() {
    return Arbitraries.of(
        Double.NaN,
        Double.NaN,
        0.0,
        -0.0,
        0.5,
        Math.nextDown(0.5),
        Math.nextUp(0.5),
        7.0,
        2.5,
        -3.0,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE);
  }

  private static Arbitrary<Long> counts() {
    return Arbitraries.of(
        0L, 1L, 2L, 3L, 7L, 8L, -3L, 1L << 53, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE);
  }

  private static Arbitrary<Standing> strikes() {
    return Arbitraries.of(Standing.CLEAN, Standing.of(0.5, 3), Standing.of(7, 1));
  }

  private static Arbitrary<FakeEvent> events() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            counts(),
            counts(),
            Arbitraries.of("", "hello there", "freee coins", "coins of hello"),
            Arbitraries.of(List.of("u-2"), List.of(), List.of("u-3", "u-4")),
            Arbitraries.of(true, false))
        .as(
            (isMessage, links, mentions, content, mentioned, isDirect) ->
                (isMessage ? FakeEvent.message() : FakeEvent.joinOfGuild())
                    .with(EventField.LINK_COUNT, links)
                    .with(EventField.MENTION_COUNT, mentions)
                    .with(EventField.CONTENT, content)
                    .with(EventField.CONTENT_LENGTH, (long) content.length())
                    .with(EventField.MENTIONS, mentioned)
                    .with(EventField.DOMAINS, List.of("a.example", "b.test").subList(0, 1))
                    .with(EventField.IS_DIRECT, isDirect));
  }

  /** The one promise of the compiler: it is faster than CEL, and says the same. */
  @Property(tries = 600)
  void shouldSayWhatCelAloneSays(@ForAll("rules") String text, @ForAll("inputs") List<Input> inputs)
      throws RuleException {
    Rule compiled = compiler.compile(text);
    Condition interpreted = compiler.interpreted(text);

    for (Input input : inputs) {
      Truth expected = input.of(interpreted);
      Truth actual = input.of(compiled);
      assertThat(actual.decided()).as(text).isEqualTo(expected.decided());
      if (expected.decided()) {
        assertThat(actual).as(text).isEqualTo(expected);
      }
    }
  }

  /** Raising a threshold that a score must reach never makes a rule match. */
  @Property(tries = 200)
  void shouldNeverMatchMoreWithAHigherThreshold(
      @ForAll("scores") float score, @ForAll("scores") float one, @ForAll("scores") float other)
      throws RuleException {
    Truth atLower = atThreshold(score, Math.min(one, other));
    Truth atHigher = atThreshold(score, Math.max(one, other));

    assertThat(atHigher == Truth.TRUE && atLower != Truth.TRUE).isFalse();
  }

  @Provide
  Arbitrary<Float> scores() {
    return Arbitraries.floats().between(0, 1);
  }

  private static Truth atThreshold(float score, double threshold) throws RuleException {
    RuleScope scope = new RuleScope(List.of(), List.of("m.l"), java.util.Map.of("t", threshold));
    return new RuleCompiler(scope)
        .compile("scores.m.l >= threshold.t")
        .test(FakeEvent.message(), new double[0], new float[] {score}, Standing.CLEAN);
  }
}
