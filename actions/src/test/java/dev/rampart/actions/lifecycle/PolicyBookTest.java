package dev.rampart.actions.lifecycle;

import static dev.rampart.actions.lifecycle.Lives.VOCABULARY;
import static dev.rampart.actions.lifecycle.Lives.file;
import static dev.rampart.actions.lifecycle.Lives.first;
import static dev.rampart.actions.lifecycle.Lives.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.event.FakeEvent;
import dev.rampart.actions.event.Standing;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.RuleMatch;
import dev.rampart.schemas.PolicyMode;
import dev.rampart.schemas.PolicyState;
import dev.rampart.schemas.PolicyVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyBookTest {
  private final PolicyBook book = new PolicyBook(List.of(), VOCABULARY);

  private static List<RuleMatch> matches(PolicySet policies, String account) {
    return policies
        .evaluate(
            FakeEvent.message().with(EventField.AUTHOR_ID, account),
            new double[] {9},
            new float[] {},
            Standing.CLEAN)
        .matches();
  }

  private void put(PolicyVersion record) throws PolicyException {
    book.put(Transitions.key(record.getPolicy(), record.getVersion()), record);
  }

  @Test
  void shouldSwitchAtTheEventTimeThatWasWrittenDown() throws PolicyException {
    put(first("pace", 1, PolicyState.LIVE, 0));
    put(first("pace", 2, PolicyState.LIVE, 1_000));

    assertThat(book.at(-1).versions()).isEmpty();
    assertThat(book.at(999).versions()).isEqualTo(Map.of("pace", 1));
    assertThat(book.at(1_000).versions()).isEqualTo(Map.of("pace", 2));
    assertThat(book.at(999).versions()).isEqualTo(Map.of("pace", 1));
  }

  @Test
  void shouldTellThePastFromTheNewestRecordAlone() throws PolicyException {
    PolicyVersion shadow = first("pace", 1, PolicyState.SHADOW, 10);
    PolicyVersion canary = Transitions.after(shadow, to(PolicyState.CANARY, 1, 20), false);
    put(Transitions.after(canary, to(PolicyState.RETIRED, 0, 30), false));

    assertThat(matches(book.at(10), "ada"))
        .extracting(RuleMatch::mode)
        .containsOnly(PolicyMode.SHADOW);
    assertThat(matches(book.at(20), "ada"))
        .extracting(RuleMatch::mode)
        .containsOnly(PolicyMode.CANARY);
    assertThat(matches(book.at(30), "ada")).isEmpty();
  }

  @Test
  void shouldLetOneVersionOfAPolicyActForAnAccount() throws PolicyException {
    put(first("pace", 1, PolicyState.LIVE, 0));
    PolicyVersion draft = first("pace", 2, PolicyState.DRAFT, 0);
    put(Transitions.after(draft, to(PolicyState.CANARY, 0.5, 10), false));

    assertThat(book.at(10).versions()).isEqualTo(Map.of("pace", 1, "pace@canary", 2));
    for (int i = 0; i < 200; i++) {
      assertThat(matches(book.at(10), "account-" + i))
          .extracting(RuleMatch::mode)
          .containsAnyOf(PolicyMode.LIVE, PolicyMode.CANARY)
          .containsOnlyOnce(PolicyMode.SHADOW);
    }
  }

  @Test
  void shouldWaitForApproval() throws PolicyException {
    put(first("pace", 1, PolicyState.LIVE, 0));
    PolicyVersion draft = first("pace", 2, PolicyState.SHADOW, 5);
    put(Transitions.after(draft, to(PolicyState.LIVE, 0, 10), true));

    assertThat(book.at(20).versions()).isEqualTo(Map.of("pace", 1, "pace@shadow", 2));
  }

  @Test
  void shouldKeepWhatWasInForceWhenARecordCannotBeUsed() throws PolicyException {
    put(first("pace", 1, PolicyState.LIVE, 0));
    PolicyVersion broken = first("pace", 2, PolicyState.LIVE, 10);
    broken.setDocument(broken.getDocument().replace("pace >", "speed >"));
    PolicyVersion misnamed = first("pace", 3, PolicyState.LIVE, 10);
    PolicyVersion changed = first("pace", 1, PolicyState.LIVE, 10);
    changed.setDocument(changed.getDocument().replace("3.0", "4.0"));

    assertThatThrownBy(() -> put(broken)).hasMessageContaining("features.speed");
    assertThatThrownBy(() -> book.put("other@3", misnamed)).hasMessageContaining("pace@3");
    assertThatThrownBy(() -> put(changed)).hasMessageContaining("new version");
    assertThat(book.at(20).versions()).isEqualTo(Map.of("pace", 1));
  }

  @Test
  void shouldUseFilesUntilTheTopicSaysOtherwise() throws PolicyException {
    PolicyBook withFiles = new PolicyBook(List.of(file("pace", 1), file("noise", 1)), VOCABULARY);
    assertThat(withFiles.at(0).versions()).isEqualTo(Map.of("pace", 1, "noise", 1));

    withFiles.put("pace@2", first("pace", 2, PolicyState.LIVE, 10));
    withFiles.put("noise@1", first("noise", 1, PolicyState.RETIRED, 10));

    assertThat(withFiles.at(9).versions()).isEqualTo(Map.of("pace", 1));
    assertThat(withFiles.at(10).versions()).isEqualTo(Map.of("pace", 2));

    withFiles.remove("noise@1");
    assertThat(withFiles.at(10).versions()).isEqualTo(Map.of("pace", 2, "noise", 1));
  }
}
