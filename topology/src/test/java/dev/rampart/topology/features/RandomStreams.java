package dev.rampart.topology.features;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Streams of one entity: bursts, pauses of up to weeks, and events that come late. */
final class RandomStreams {
  private static final long START = 1_800_000_000_123L;

  private record Step(long ahead, boolean message, long links, String text) {}

  private RandomStreams() {}

  static Arbitrary<List<Seen>> streams() {
    return steps().list().ofMinSize(1).ofMaxSize(60).map(RandomStreams::seen);
  }

  private static Arbitrary<Step> steps() {
    Arbitrary<String> texts = Arbitraries.of("", "a", "b", "c", "a1", "b1", "c1", "c2");
    return Combinators.combine(
            aheads(), Arbitraries.of(true, true, false), Arbitraries.longs().between(0, 5), texts)
        .as(Step::new);
  }

  private static Arbitrary<Long> aheads() {
    Arbitrary<Long> burst = Arbitraries.longs().between(0, 3_000);
    Arbitrary<Long> talk = Arbitraries.longs().between(0, 120_000);
    Arbitrary<Long> pause = Arbitraries.longs().between(0, 40L * 86_400_000);
    Arbitrary<Long> late = Arbitraries.longs().between(-7_200_000, 0);
    Arbitrary<Long> shuffled = Arbitraries.longs().between(-5_000, 0);
    return Arbitraries.frequencyOf(
        Tuple.of(6, burst),
        Tuple.of(4, talk),
        Tuple.of(1, pause),
        Tuple.of(1, late),
        Tuple.of(3, shuffled));
  }

  private static List<Seen> seen(List<Step> steps) {
    List<Seen> seen = new ArrayList<>();
    long newest = START;
    for (Step step : steps) {
      long time = newest + step.ahead();
      newest = seen.isEmpty() ? time : Math.max(newest, time);
      seen.add(new Seen(seen.size(), time, newest, step.message(), step.links(), step.text()));
    }
    return seen;
  }
}
