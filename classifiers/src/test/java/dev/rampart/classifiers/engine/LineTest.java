package dev.rampart.classifiers.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.classifiers.ScoringRequest;
import dev.rampart.classifiers.ScoringTicket;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineTest {
  private static final Plan PLAN = new Plan(List.of(), List.of());

  private final Line line = new Line();

  private static Waiting request(int number) {
    return new Waiting(
        ScoringRequest.ofText("", ""), new ScoringTicket(List.of()), List.of(), PLAN, number);
  }

  private static List<Long> numbers(@Nullable Waiting[] taken, int from, int to) {
    List<Long> numbers = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Waiting waiting = taken[i];
      numbers.add(waiting == null ? -1 : waiting.since());
    }
    return numbers;
  }

  @Test
  void shouldHandOverInOrderOfArrivalHoweverItGrewAndWrapped() {
    SplittableRandom random = new SplittableRandom(3);
    int added = 0;
    long expected = 0;
    for (int round = 0; round < 500; round++) {
      for (int i = random.nextInt(700); i > 0; i--) {
        line.add(request(added++));
      }
      @Nullable Waiting[] into = new Waiting[random.nextInt(1, 800)];
      int taken = line.moveTo(into, 0);
      for (long number : numbers(into, 0, taken)) {
        assertThat(number).isEqualTo(expected++);
      }
    }
    assertThat(line.moveTo(new Waiting[added], 0)).isEqualTo(added - (int) expected);
  }

  @Test
  void shouldLeaveWhatStandsBeforeThePlaceAlone() {
    line.add(request(7));
    @Nullable Waiting[] into = new Waiting[3];
    into[0] = request(1);
    assertThat(line.moveTo(into, 1)).isOne();
    assertThat(numbers(into, 0, 3)).containsExactly(1L, 7L, -1L);
    assertThat(line.moveTo(into, 2)).isZero();
  }
}
