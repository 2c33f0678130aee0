package dev.rampart.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UnknownIdsTest {
  private final AtomicLong clock = new AtomicLong();
  private final UnknownIds unknown = new UnknownIds(clock::get);

  @Test
  void shouldForgetAnIdAfterAWhile() {
    unknown.add(7);
    clock.set(UnknownIds.REMEMBERED.toNanos() - 1);
    assertThat(unknown.contains(7)).isTrue();

    unknown.add(7);
    clock.addAndGet(1);
    assertThat(unknown.contains(7)).isFalse();
  }

  @Test
  void shouldHoldABoundedNumberOfIds() {
    for (int id = 0; id <= 10_000; id++) {
      unknown.add(id);
    }
    assertThat(unknown.contains(0)).isFalse();
    assertThat(unknown.contains(1)).isTrue();
    assertThat(unknown.contains(10_000)).isTrue();
  }
}
