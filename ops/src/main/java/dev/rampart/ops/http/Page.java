package dev.rampart.ops.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items at most as many as were asked for
 * @param next cursor to ask for the following ones with {@code after}; null where there are none
 */
public record Page<T>(List<T> items, @Nullable String next) {
  /** How many items a page has unless told otherwise. */
  public static final String DEFAULT_LIMIT = "100";

  /** The largest page. */
  public static final int MOST = 1000;

  public Page {
    items = List.copyOf(items);
  }

  /** A list that fits on one page. */
  public static <T> Page<T> of(List<T> items) {
    return new Page<>(items, null);
  }
}
