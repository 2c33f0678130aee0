package dev.rampart.topology.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final long MILLISECOND = 1_000_000;

  private long now;

  @Test
  void shouldOpenWhileModelsAreFast() {
    assertThat(longestWait(new Window(2048), 50_000, MILLISECOND / 50)).isLessThan(100);
  }

  @Test
  void shouldReachItsBoundWithFastModelsAndStayThere() {
    Window window = new Window(2048);
    longestWait(window, 50_000, MILLISECOND / 50);
    assertThat(window.size()).isEqualTo(2048);
  }

  @Test
  void shouldKeepTheWaitOfRecordsWellUnderTheDeadlineWithSlowModels() {
    Window window = new Window(2048);
    assertThat(longestWait(window, 2_000, 10 * MILLISECOND)).isLessThan(1_000);
    assertThat(window.size()).isLessThan(100);
  }

  @Test
  void shouldNarrowWhenModelsBecomeSlow() {
    Window window = new Window(2048);
    longestWait(window, 50_000, MILLISECOND / 50);
    longestWait(window, 5_000, 5 * MILLISECOND);
    assertThat(window.size()).isBetween(20, 110);
  }

  @Test
  void shouldNeverExceedASmallBound() {
    Window window = new Window(1);
    longestWait(window, 100, MILLISECOND);
    longestWait(window, 100, 1_000 * MILLISECOND);
    assertThat(window.size()).isEqualTo(1);
  }

  /** Milliseconds that a record waits at most when records come at once as the window allows. */
  private long longestWait(Window window, int records, long nanosEach) {
    ArrayDeque<Long> waiting = new ArrayDeque<>();
    long longest = 0;
    for (int i = 0; i < records; i++) {
      waiting.add(now);
      while (waiting.size() >= window.size()) {
        now += nanosEach;
        long since = waiting.remove();
        longest = Math.max(longest, now - since);
        window.finished(since, now);
      }
    }
    return longest / MILLISECOND;
  }
}
