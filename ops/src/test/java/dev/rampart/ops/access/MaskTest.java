package dev.rampart.ops.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskTest {
  private final Mask mask = new Mask();

  @Test
  void shouldShowAViewerTheSameMaskForTheSameId() {
    var seen = mask.of(new Principal("v", Role.VIEWER));
    assertThat(seen.apply("user-1")).matches("id:[0-9a-f]{8}").isEqualTo(seen.apply("user-1"));
    assertThat(seen.apply("user-1")).isNotEqualTo(seen.apply("user-2"));
    assertThat(seen.apply("")).isEmpty();
  }

  @Test
  void shouldShowIdsToThoseWhoMayIdentify() {
    assertThat(mask.of(new Principal("a", Role.ANALYST)).apply("user-1")).isEqualTo("user-1");
  }

  @Test
  void shouldNotBeWorkedOutWithTheKeyOfAnotherProcess() {
    assertThat(mask.masked("user-1")).isNotEqualTo(new Mask().masked("user-1"));
  }
}
