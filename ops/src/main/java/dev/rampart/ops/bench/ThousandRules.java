package dev.rampart.ops.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Conditions like those that a large safety team has, of six shapes; the same for a seed. */
final class ThousandRules {
  private final List<String> features;
  private final List<String> scores;
  private final Random random;

  ThousandRules(List<String> features, List<String> scores, long seed) {
    this.features = features;
    this.scores = scores;
    this.random = new Random(seed);
  }

  /** So many conditions: 40 % numbers only, 25 % with loops or arithmetic that need CEL. */
  List<String> conditions(int count) {
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      conditions.add(condition(i));
    }
    return conditions;
  }

  private String condition(int number) {
    return switch (number % 20) {
      case 0, 1, 2, 3, 4, 5, 6, 7 -> score(0.8) + " && " + feature(20) + " && " + newcomer();
      case 8, 9, 10, 11 ->
          "event.link_count > 0 && %s && event.domains.exists(d, d.endsWith('.shop%d'))"
              .formatted(score(0.7), number);
      case 12, 13, 14 ->
          "event.content.matches('(?i)free [a-z]+ number %d') && %s".formatted(number, newcomer());
      case 15, 16, 17 -> "event.guild_id == 'guild-%d' && %s".formatted(number, score(0.6));
      case 18 -> "account.strikes >= 2.0 && " + feature(10);
      default ->
          "features.%s / (features.%s + 1.0) > 3.0 && %s"
              .formatted(one(features), one(features), score(0.7));
    };
  }

  private String score(double least) {
    double bound = least + random.nextDouble() * (0.99 - least);
    return String.format(Locale.ROOT, "scores.%s >= %.4f", one(scores), bound);
  }

  private String feature(int most) {
    return "features.%s >= %d.0".formatted(one(features), 3 + random.nextInt(most));
  }

  private String newcomer() {
    return "features.account_age_days < %d.0".formatted(1 + random.nextInt(30));
  }

  private String one(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
