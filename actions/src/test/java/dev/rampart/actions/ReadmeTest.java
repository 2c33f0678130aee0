package dev.rampart.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.actions.document.PolicyDocument;
import dev.rampart.actions.document.PolicyException;
import dev.rampart.actions.event.EventField;
import dev.rampart.actions.policy.ActionIds;
import dev.rampart.actions.policy.FirstCatalogue;
import dev.rampart.actions.policy.PolicySet;
import dev.rampart.actions.policy.ShippedVocabulary;
import dev.rampart.schemas.ActionKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the README true. */
class ReadmeTest {
  private final String readme;

  ReadmeTest() throws IOException {
    readme = Files.readString(ShippedVocabulary.shippedPolicies().resolveSibling("README.md"));
  }

  @Test
  void shouldShowAPolicyThatLoads() throws PolicyException {
    List<String> policies =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(readme)
            .results()
            .map((MatchResult block) -> block.group(1))
            .toList();

    assertThat(policies).isNotEmpty();
    for (String policy : policies) {
      PolicySet set =
          PolicySet.of(
              List.of(PolicyDocument.parse("README.md", policy)), FirstCatalogue.VOCABULARY);
      assertThat(set.versions()).isNotEmpty();
    }
  }

  @Test
  void shouldNameEveryFieldOfAnEvent() {
    for (EventField field : EventField.values()) {
      assertThat(readme).contains("`event." + field.fieldName() + "`");
    }
  }

  @Test
  void shouldNameEveryKindOfAction() {
    for (ActionKind kind : ActionKind.values()) {
      if (kind != ActionKind.UNKNOWN) {
        assertThat(readme).contains("`" + kind.name().toLowerCase(java.util.Locale.ROOT) + "`");
      }
    }
  }

  @Test
  void shouldGiveARecipeForIdsThatHolds() {
    assertThat(readme)
        .contains(ActionIds.NAMESPACE.toString())
        .contains(ActionIds.actionId("m-1", "spam", "flood", ActionKind.REMOVE, "m-1").toString());
  }
}
