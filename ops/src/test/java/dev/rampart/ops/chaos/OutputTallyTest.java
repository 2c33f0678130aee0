package dev.rampart.ops.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.chaos.OutputTally.Findings;
import dev.rampart.schemas.Decision;
import dev.rampart.schemas.EnforcementAction;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.SourcePosition;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OutputTallyTest {
  private static final TopicPartition PARTITION = new TopicPartition("messages", 0);
  private static final TopicPartition OTHER = new TopicPartition("messages", 1);

  private final OutputTally tally = new OutputTally();

  @Test
  void shouldFindNothingWhereEveryPromiseWasKept() {
    EnforcementAction action = action(PolicyMode.LIVE);
    tally.add(decision(PARTITION, 0, action));
    tally.add(decision(OTHER, 0));
    tally.add(decision(PARTITION, 1));
    tally.add(action);
    assertThat(found(2, 1)).isEqualTo(new Findings(3, 0, 0, 0, 1, 0, 0));
    assertThat(found(2, 1).clean()).isTrue();
  }

  @Test
  void shouldSeeARecordWithoutADecision() {
    tally.add(decision(PARTITION, 1));
    assertThat(found(3, 2).missing()).isEqualTo(4);
    assertThat(found(3, 2).clean()).isFalse();
    assertThat(tally.isDecided(PARTITION, 1)).isTrue();
    assertThat(tally.isDecided(PARTITION, 0)).isFalse();
    assertThat(tally.isDecided(OTHER, 0)).isFalse();
  }

  @Test
  void shouldSeeASecondDecisionOfARecord() {
    tally.add(decision(PARTITION, 0));
    tally.add(decision(PARTITION, 0));
    assertThat(found(1, 0)).isEqualTo(new Findings(2, 0, 1, 0, 0, 0, 0));
    assertThat(found(1, 0).clean()).isFalse();
  }

  @Test
  void shouldSeeADecisionThatCameAfterALaterOne() {
    tally.add(decision(PARTITION, 1));
    tally.add(decision(OTHER, 0));
    tally.add(decision(PARTITION, 0));
    assertThat(found(2, 1)).isEqualTo(new Findings(3, 0, 0, 1, 0, 0, 0));
    assertThat(found(2, 1).clean()).isFalse();
  }

  @Test
  void shouldSeeAnActionThatWasDecidedAndNotSent() {
    tally.add(decision(PARTITION, 0, action(PolicyMode.CANARY)));
    assertThat(found(1, 0)).isEqualTo(new Findings(1, 0, 0, 0, 0, 1, 0));
    assertThat(found(1, 0).clean()).isFalse();
  }

  @Test
  void shouldSeeAnActionThatWasSentAndNotDecided() {
    tally.addSent(UUID.randomUUID());
    assertThat(found(0, 0)).isEqualTo(new Findings(0, 0, 0, 0, 1, 1, 0));
    assertThat(found(0, 0).clean()).isFalse();
  }

  @Test
  void shouldSeeAnActionThatWasSentTwice() {
    EnforcementAction action = action(PolicyMode.LIVE);
    tally.add(decision(PARTITION, 0, action));
    tally.add(action);
    tally.add(action);
    assertThat(found(1, 0)).isEqualTo(new Findings(1, 0, 0, 0, 2, 0, 1));
    assertThat(found(1, 0).clean()).isFalse();
  }

  @Test
  void shouldNotExpectWhatAShadowPolicyDecidedToBeSent() {
    tally.add(decision(PARTITION, 0, action(PolicyMode.SHADOW)));
    assertThat(found(1, 0).clean()).isTrue();
  }

  private Findings found(long expected, long expectedOfOther) {
    return tally.findings(Map.of(PARTITION, expected, OTHER, expectedOfOther));
  }

  private static Decision decision(TopicPartition from, long offset, EnforcementAction... actions) {
    Decision decision = new Decision();
    decision.setSource(new SourcePosition(from.topic(), from.partition(), offset));
    decision.setActions(List.of(actions));
    return decision;
  }

  private static EnforcementAction action(PolicyMode mode) {
    EnforcementAction action = new EnforcementAction();
    action.setActionId(UUID.randomUUID());
    action.setMode(mode);
    return action;
  }
}
