package dev.rampart.actions.restraint;

/** Entities of the facts on {@code control} that restrain policies. */
public final class Entities {
  /** In the place of a policy's id: every policy. */
  public static final String ALL = "all";

  private Entities() {}

  /** Of a kill switch or a spent budget: {@code policy:spam}, {@code policy:all}. */
  public static String policy(String policy) {
    return "policy:" + policy;
  }

  /**
   * Of a snooze: {@code user:42/policy:spam}.
   *
   * @param subject {@code user:42} or {@code guild:7}
   */
  public static String snooze(String subject, String policy) {
    return subject + "/" + policy(policy);
  }

  /** Whether a snooze is about a subject, whatever the policy. */
  static boolean isSnoozeOf(String entity, String subject) {
    return entity.startsWith(subject + "/policy:");
  }
}
