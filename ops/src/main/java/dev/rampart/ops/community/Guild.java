package dev.rampart.ops.community;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A guild: a few channels, one topic, members. The members are those of whom the community knows so
 * far.
 */
final class Guild {
  private final String id;
  private final int channels;
  private final Grammar talk;
  private final List<Account> members = new ArrayList<>();

  Guild(int number, SplittableRandom random) {
    this.id = "g" + number;
    this.channels = 3 + random.nextInt(5);
    this.talk = Lexicon.topic(number % Lexicon.topics());
  }

  String id() {
    return id;
  }

  /** What is said here. */
  Grammar talk() {
    return talk;
  }

  List<Account> members() {
    return members;
  }

  /** A channel; the first ones are the busiest. */
  String channel(SplittableRandom random) {
    return id + "-c" + Math.min(random.nextInt(channels), random.nextInt(channels));
  }

  /** A member; some talk far more than others. */
  Account member(SplittableRandom random) {
    double skewed = random.nextDouble();
    return members.get((int) (skewed * skewed * skewed * members.size()));
  }
}
