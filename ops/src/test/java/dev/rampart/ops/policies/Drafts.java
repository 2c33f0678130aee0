package dev.rampart.ops.policies;

/** Versions of one policy for tests. */
final class Drafts {
  /** Actions after which the second version's budget is spent. */
  static final int BUDGET = 12;

  private Drafts() {}

  /** Removes what says so. */
  static String first() {
    return text(1, "event.content.contains(\"bad\")", "", "");
  }

  /** Mutes everybody who writes: a bad rule with a budget. */
  static String second() {
    return text(
        2,
        "event.content_length > 0",
        "budget: {actions: " + BUDGET + ", window: P1D, then: shadow}",
        "    strikes: 1");
  }

  /** The same without a budget. */
  static String third() {
    return text(3, "event.content_length > 0", "", "    strikes: 1");
  }

  /** Warns whoever says hello. */
  static String warning(String policy) {
    return """
        policy: %s
        version: 1
        state: live
        rules:
          - id: hello
            when: event.content_length == 5
            actions:
              - {kind: warn}
        """
        .formatted(policy);
  }

  /** Labels what has a word, and goes back to shadow when it does so too often. */
  static String watched(String policy, String word) {
    return """
        policy: %s
        version: 1
        state: live
        abnormal_rate: shadow
        rules:
          - id: word
            when: event.content.contains("%s")
            actions:
              - {kind: label, label: %s}
        """
        .formatted(policy, word, word);
  }

  private static String text(int version, String when, String bounds, String strikes) {
    return """
        policy: calm
        version: %d
        state: live
        %s
        rules:
          - id: only
            when: %s
            actions:
              - {kind: mute, duration: PT1H, notice: calm.muted}
        %s
        """
        .formatted(version, bounds, when, strikes);
  }
}
