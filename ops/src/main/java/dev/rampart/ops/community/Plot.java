package dev.rampart.ops.community;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * When what happens: the scenarios of a community, each with its place in the stream, its share of
 * all events and how thick it comes while it lasts.
 */
final class Plot {
  private static final List<Kind> KINDS =
      List.of(
          new Kind(0.05, 16, 6, Argument::new),
          new Kind(0.03, 60, 8, SpamWave::new),
          new Kind(0.012, 30, 12, ScamCampaign::new),
          new Kind(0.006, 24, 10, CopyWave::new),
          new Kind(0.006, 24, 10, FreshDomain::new),
          new Kind(0.004, 6, 12, MassMention::new),
          new Kind(0.02, 200, 3, Raid::new),
          new Kind(0.01, 60, 6, Flood::new),
          new Kind(0.008, 50, 8, FriendRequests::new),
          new Kind(0.02, 3, 30, (size, scene) -> new NewMember(scene)),
          new Kind(0.008, 80, 5, WelcomeRush::new));

  /** Share of all events, events of one scenario, and one event in how many while it lasts. */
  private record Kind(double share, int size, int oneIn, Beginning beginning) {}

  private interface Beginning {
    Scenario begin(int size, Scene scene);
  }

  private record Planned(Kind kind, int size, int start) {}

  private record Running(Scenario scenario, int oneIn) {}

  private final Deque<Planned> planned;
  private final List<Running> running = new ArrayList<>();
  private final Scenario background = new RegularTalk();

  Plot(int events, SplittableRandom random) {
    List<Planned> plan = new ArrayList<>();
    for (Kind kind : KINDS) {
      int size = Math.max(3, (int) Math.min(kind.size, events * kind.share));
      int count = (int) Math.max(1, Math.round(events * kind.share / size));
      int last = Math.max(1, events - 2 * size * kind.oneIn);
      for (int number = 0; number < count; number++) {
        plan.add(new Planned(kind, size, random.nextInt(last)));
      }
    }
    plan.sort(Comparator.comparingInt(Planned::start));
    planned = new ArrayDeque<>(plan);
  }

  /** The event at place {@code index}. */
  CommunityEvent next(int index, Scene scene) {
    while (!planned.isEmpty() && planned.peek().start() <= index) {
      Planned due = planned.remove();
      Scenario scenario = due.kind().beginning.begin(due.size(), scene);
      running.add(new Running(scenario, due.kind().oneIn));
    }
    CommunityEvent event = choose(scene).next(scene);
    running.removeIf(each -> each.scenario().isOver());
    return event;
  }

  /** Each running scenario has its own chance; what is left is regular talk. */
  private Scenario choose(Scene scene) {
    for (Running each : running) {
      if (scene.oneIn(each.oneIn())) {
        return each.scenario();
      }
    }
    return background;
  }
}
