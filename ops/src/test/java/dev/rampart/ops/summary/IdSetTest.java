package dev.rampart.ops.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdSetTest {

  @Test
  void shouldTellNewIdsFromKnownOnes() {
    IdSet ids = new IdSet();
    for (int id = 0; id < 100_000; id++) {
      assertThat(ids.add("e1-" + id)).isTrue();
    }
    assertThat(ids.add("e1-99999")).isFalse();
    assertThat(ids.add("")).isTrue();
    assertThat(ids.size()).isEqualTo(100_001);
  }
}
