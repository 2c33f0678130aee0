package dev.rampart.ops.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.rule.RuleTrace;
import dev.rampart.schemas.ActionKind;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.EventFacts;
import dev.rampart.schemas.EventType;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SourcePosition;
import dev.rampart.schemas.SubjectType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MaskedViewsTest {
  private static String mask(String id) {
    return id.isEmpty() ? "" : "id:masked";
  }

  private static Decision decision() {
    EventFacts facts =
        EventFacts.newBuilder()
            .setKind("MESSAGE")
            .setRecipientId("bob")
            .setDeviceHash("device-1")
            .setMentions(List.of("carol"))
            .setDomains(List.of("example.org"))
            .build();
    return Decision.newBuilder()
        .setEventId("m1")
        .setEventType(EventType.MESSAGE)
        .setAuthorId("ada")
        .setGuildId("guild-7")
        .setDecidedAt(Instant.EPOCH)
        .setEventTime(Instant.EPOCH)
        .setCatalogueVersion("1")
        .setSource(new SourcePosition("messages", 0, 0L))
        .setEvent(facts)
        .build();
  }

  private static EnforcementAction action(SubjectType type, String subject) {
    return EnforcementAction.newBuilder()
        .setActionId(UUID.randomUUID())
        .setEventId("m1")
        .setSubjectType(type)
        .setSubjectId(subject)
        .setAccountId("ada")
        .setKind(ActionKind.MUTE)
        .setPolicy("spam")
        .setPolicyVersion(1)
        .setRule("rule")
        .setMode(PolicyMode.LIVE)
        .setIssuedAt(Instant.EPOCH)
        .build();
  }

  @Test
  void shouldMaskWhoWroteAndKeepTheIdThatOneAsksBy() {
    DecisionItem item = DecisionItem.of(decision(), MaskedViewsTest::mask);

    assertThat(item.authorId()).isEqualTo("id:masked");
    assertThat(item.eventId()).isEqualTo("m1");
  }

  @Test
  void shouldMaskEveryIdAmongTheFacts() {
    FactsView facts = FactsView.of(decision(), MaskedViewsTest::mask);

    assertThat(String.valueOf(facts))
        .doesNotContain("bob", "carol", "device-1", "guild-7")
        .contains("example.org");
  }

  @Test
  void shouldMaskAnAccountThatAnActionIsDoneToButNotAMessage() {
    EnforcementAction mute = action(SubjectType.USER, "ada");
    EnforcementAction hide = action(SubjectType.MESSAGE, "m1");

    assertThat(ActionView.of(mute, Optional.empty(), MaskedViewsTest::mask).subjectId())
        .isEqualTo("id:masked");
    assertThat(ActionView.of(hide, Optional.empty(), MaskedViewsTest::mask).subjectId())
        .isEqualTo("m1");
  }

  @Test
  void shouldMaskOnlyThePartsOfARuleThatTellWhoOrWhere() {
    RuleTrace.Step who = new RuleTrace.Step("event.guild_id", "\"guild-7\"", true);
    RuleTrace.Step what = new RuleTrace.Step("features.links", "4.0", false);

    assertThat(RuleView.RuleStep.of(who, MaskedViewsTest::mask).value()).isEqualTo("id:masked");
    assertThat(RuleView.RuleStep.of(what, MaskedViewsTest::mask).value()).isEqualTo("4.0");
  }
}
