package dev.rampart.ops.capacity;

/**
 * A chat platform, as far as its size matters.
 *
 * @param monthlyUsers accounts that are active within a month, 1 or more
 * @param dailyShare share of them that is active on a day, above 0 up to 1
 * @param messagesPerDay messages that a daily user writes a day, above 0
 * @param eventsPerMessage user events (log-ins, joins, reports) for each message, 0 or more
 * @param peak rate at the peak of the day over the average of the day, 1 to 10
 * @param hotShare share of all traffic that the busiest account makes, 0 up to 1
 */
public record Platform(
    long monthlyUsers,
    double dailyShare,
    double messagesPerDay,
    double eventsPerMessage,
    double peak,
    double hotShare) {
  private static final int SECONDS_PER_DAY = 86_400;

  /** Events a second over the whole day. */
  public double averageRate() {
    return monthlyUsers * dailyShare * messagesPerDay * (1 + eventsPerMessage) / SECONDS_PER_DAY;
  }

  /** Events a second at the peak of the day. */
  public double peakRate() {
    return averageRate() * peak;
  }
}
