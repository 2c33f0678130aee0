package dev.rampart.ops.policies;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.schemas.ControlKind;
import dev.rampart.schemas.ControlRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A subject that policies spare for a while.
 *
 * @param subject {@code user:42} or {@code guild:7}
 * @param policy id, or {@code all}
 * @param expiresAt when it ends by itself; null where it does not
 */
public record Snooze(
    String subject,
    String policy,
    String reason,
    String setBy,
    Instant setAt,
    @Nullable Instant expiresAt) {
  private static final Pattern SUBJECT = Pattern.compile("(user|guild):.+");
  private static final Duration LONGEST = Duration.ofDays(365);

  /**
   * @throws CommandFailure where the subject or the time is not allowed
   */
  static void check(String subject, Duration time) {
    if (!SUBJECT.matcher(subject).matches()) {
      throw CommandFailure.wrongUsage(
          "SUBJECT: found '" + subject + "', allowed is user:ID or guild:ID");
    }
    if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(LONGEST) > 0) {
      throw CommandFailure.wrongUsage("--for: found " + time + ", allowed is PT1S to P365D");
    }
  }

  static boolean is(ControlRecord record) {
    return record.getKind() == ControlKind.SNOOZE;
  }

  static Snooze of(ControlRecord record) {
    int end = record.getEntity().lastIndexOf("/policy:");
    return new Snooze(
        record.getEntity().substring(0, end),
        record.getEntity().substring(end + "/policy:".length()),
        record.getReason(),
        record.getSetBy(),
        record.getSetAt(),
        record.getExpiresAt());
  }

  boolean holdsAt(Instant now) {
    return expiresAt == null || expiresAt.isAfter(now);
  }
}
