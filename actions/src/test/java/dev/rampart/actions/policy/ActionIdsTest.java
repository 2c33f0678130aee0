package dev.rampart.actions.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.schemas.ActionKind;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActionIdsTest {
  /** Computed by Python: {@code uuid.uuid5(namespace, "3:m-14:spam5:flood6:REMOVE3:m-1")}. */
  @ParameterizedTest
  @CsvSource({
    "m-1, spam, flood, REMOVE, m-1, d18c0ad8-a6e8-55e9-a20b-5047973f57cf",
    "m-1, spam, flood, TIME_OUT, u-1, 6d8482dc-95b5-5786-9b74-2773f4640a85",
    "größe, spam, flood, BAN, u-1, f395bf62-f2bb-5063-a93f-d55132019397",
    "'', spam, flood, BAN, u-1, be5ba341-2397-5413-84e2-571d7d68fe2f",
  })
  void shouldNeverChange(
      String eventId, String policy, String rule, ActionKind kind, String subject, UUID expected) {
    assertThat(ActionIds.actionId(eventId, policy, rule, kind, subject)).isEqualTo(expected);
  }

  @Test
  void shouldTellFieldsApartWhateverTheyHold() {
    assertThat(ActionIds.actionId("a", "b4:flood", "x", ActionKind.BAN, "u"))
        .isNotEqualTo(ActionIds.actionId("a", "b", "4:floodx", ActionKind.BAN, "u"));
  }

  @Test
  void shouldBeANameBasedUuidOfTheStandard() {
    UUID id = ActionIds.actionId("m-1", "spam", "flood", ActionKind.BAN, "u-1");

    assertThat(id.version()).isEqualTo(5);
    assertThat(id.variant()).isEqualTo(2);
  }
}
