package dev.rampart.actions.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.EventView;
import dev.rampart.actions.event.FakeEvent;
import dev.rampart.actions.event.Standing;
import dev.rampart.actions.event.UnrecordedFieldException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleTraceTest {
  private final RuleCompiler compiler =
      new RuleCompiler(
          new RuleScope(List.of("age", "links"), List.of("toxicity.hate"), Map.of("hate", 0.9)));

  private RuleTrace trace(String rule, EventView event) throws RuleException {
    return compiler
        .compile(rule)
        .trace(event, new double[] {Double.NaN, 4}, new float[] {0.87f}, Standing.of(2.5, 1));
  }

  private Map<String, String> steps(String rule, EventView event) throws RuleException {
    Map<String, String> steps = new LinkedHashMap<>();
    trace(rule, event).steps().forEach(step -> steps.put(step.expression(), step.value()));
    return steps;
  }

  @Test
  void shouldShowBothSidesOfAConjunctionThatFails() throws RuleException {
    String rule = "scores.toxicity.hate >= threshold.hate && features.links > 3.0";

    assertThat(trace(rule, FakeEvent.message()).truth()).isEqualTo(Truth.FALSE);
    assertThat(steps(rule, FakeEvent.message()))
        .containsExactly(
            Map.entry(rule, "false"),
            Map.entry("scores.toxicity.hate >= threshold.hate", "false"),
            Map.entry("scores.toxicity.hate", "0.87"),
            Map.entry("threshold.hate", "0.9"),
            Map.entry("features.links > 3.0", "true"),
            Map.entry("features.links", "4.0"));
  }

  @Test
  void shouldTellTheThreePartsOfAConjunctionOfThree() throws RuleException {
    assertThat(
            steps(
                    "event.is_direct && features.links > 3.0 && account.strikes > 1.0",
                    FakeEvent.message())
                .keySet())
        .containsExactly(
            "event.is_direct && features.links > 3.0 && account.strikes > 1.0",
            "event.is_direct",
            "features.links > 3.0",
            "features.links",
            "account.strikes > 1.0",
            "account.strikes");
  }

  @Test
  void shouldSayWhatIsMissing() throws RuleException {
    assertThat(steps("features.age < 7.0 || event.is_direct", FakeEvent.message()))
        .containsEntry("features.age", "missing")
        .containsEntry("features.age < 7.0", "missing")
        .containsEntry("event.is_direct", "false");
  }

  @Test
  void shouldSayWhatCannotBeWorkedOut() throws RuleException {
    assertThat(steps("1 / event.link_count > 0", FakeEvent.message()))
        .containsEntry("1 / event.link_count", "error")
        .containsEntry("event.link_count", "0");
  }

  @Test
  void shouldTellTheTextOfAMessageByItsLengthOnly() throws RuleException {
    FakeEvent event = FakeEvent.message().with(EventField.CONTENT, "buy now 😀");
    Map<String, String> steps =
        steps("event.content.contains('now') && (event.content + '!').size() > 3", event);

    assertThat(steps).containsEntry("event.content", "\"…\" (9 characters)");
    assertThat(steps).containsEntry("event.content + \"!\"", "\"…\" (10 characters)");
    assertThat(steps).containsEntry("event.content.contains(\"now\")", "true");
    assertThat(steps.values()).noneMatch(value -> value.contains("buy"));
  }

  @Test
  void shouldMarkWhatTellsWhoOrWhere() throws RuleException {
    FakeEvent event =
        FakeEvent.message()
            .with(EventField.GUILD_ID, "g-7")
            .with(EventField.MENTIONS, List.of("u-1", "u-2"));
    RuleTrace trace =
        trace("event.guild_id == 'g-7' && event.mentions.size() > 1 && event.is_direct", event);

    assertThat(trace.steps())
        .contains(
            new RuleTrace.Step("event.guild_id", "\"g-7\"", true),
            new RuleTrace.Step("event.mentions", "[\"u-1\", \"u-2\"]", true),
            new RuleTrace.Step("event.is_direct", "false", false));
  }

  @Test
  void shouldTakeALoopAsOnePart() throws RuleException {
    FakeEvent event = FakeEvent.message().with(EventField.DOMAINS, List.of("a.example"));

    assertThat(steps("event.domains.exists(d, d.endsWith('.example'))", event))
        .containsExactly(Map.entry("event.domains.exists(d, d.endsWith(\".example\"))", "true"));
  }

  @Test
  void shouldSayWhatWasNotKeptOfThePast() throws RuleException {
    assertThat(steps("event.listed_link_count > 0 && features.links > 3.0", new Forgetful()))
        .containsEntry("event.listed_link_count", "not recorded")
        .containsEntry("event.listed_link_count > 0", "not recorded")
        .containsEntry("features.links > 3.0", "true");
  }

  /** An event of which the lists were not kept. */
  private static final class Forgetful implements EventView {
    @Override
    public String eventId() {
      return "m";
    }

    @Override
    public String accountId() {
      return "u";
    }

    @Override
    public long eventTime() {
      return 0;
    }

    @Override
    public Object value(EventField field) {
      throw new UnrecordedFieldException(field);
    }
  }
}
