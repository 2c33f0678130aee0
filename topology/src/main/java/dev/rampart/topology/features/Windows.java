package dev.rampart.topology.features;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lengths of windows as the catalogue writes them: {@code 10s}, {@code 5m}, {@code 1h}, {@code
 * 30d}.
 */
final class Windows {
  static final String ALLOWED =
      "a whole number of s, m, h or d from 10s to 30d that tiles cut evenly, as 10m or 24h";

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,7})([smhd])");

  private Windows() {}

  static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Duration window = Duration.ofSeconds(Long.parseLong(form.group(1)) * seconds(form.group(2)));
    return isPossible(window.toMillis()) ? Optional.of(window) : Optional.empty();
  }

  private static long seconds(String unit) {
    return switch (unit) {
      case "s" -> 1;
      case "m" -> 60;
      case "h" -> 3600;
      default -> 86_400;
    };
  }

  private static boolean isPossible(long millis) {
    if (millis < Tiling.SHORTEST_MILLIS || millis > Tiling.LONGEST_MILLIS) {
      return false;
    }
    try {
      return Tiling.of(millis).count() > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
