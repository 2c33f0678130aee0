package dev.rampart.classifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelIdTest {
  private final ModelId scam = new ModelId("scam", "1");
  private final ModelId spam = new ModelId("spam", "2");

  @Test
  void shouldCoverTheModelsThatRunTogether() {
    ModelId both = ModelId.together(List.of(scam, spam));

    assertThat(both).hasToString("scam+spam/1+2");
    assertThat(both.covers(scam)).isTrue();
    assertThat(both.covers(spam)).isTrue();
    assertThat(scam.covers(scam)).isTrue();
  }

  @Test
  void shouldNotCoverAnotherVersionOrAnotherModel() {
    ModelId both = ModelId.together(List.of(scam, spam));

    assertThat(both.covers(new ModelId("spam", "1"))).isFalse();
    assertThat(both.covers(new ModelId("toxicity", "1"))).isFalse();
    assertThat(new ModelId("", "").covers(scam)).isFalse();
  }
}
