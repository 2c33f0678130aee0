package dev.rampart.ops.chaos.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoriesTest {
  private final Histories one = new Histories();
  private final Histories other = new Histories();

  @Test
  void shouldAgreeOnTheSameThingsInTheSameOrder() {
    add(one, "a", "b");
    add(other, "a", "b");
    assertThat(one.differences(other)).isZero();
    assertThat(one.total()).isEqualTo(other.total());
  }

  @Test
  void shouldSeeAnotherOrder() {
    add(one, "a", "b");
    add(other, "b", "a");
    assertThat(one.differences(other)).isOne();
    assertThat(one.total()).isNotEqualTo(other.total());
  }

  @Test
  void shouldSeeWhatIsMissingAndWhatIsTwice() {
    add(one, "a", "b");
    add(other, "a");
    assertThat(one.differences(other)).isOne();
    add(other, "b", "b");
    assertThat(one.differences(other)).isOne();
    assertThat(new Histories().differences(one)).isOne();
  }

  @Test
  void shouldKnowNoOrderBetweenWays() {
    one.add("u1", "messages", "a");
    one.add("u1", "users", "b");
    other.add("u1", "users", "b");
    other.add("u1", "messages", "a");
    assertThat(one.differences(other)).isZero();
  }

  private static void add(Histories histories, String... ids) {
    for (String id : ids) {
      histories.add("u1", "messages", id);
    }
  }
}
