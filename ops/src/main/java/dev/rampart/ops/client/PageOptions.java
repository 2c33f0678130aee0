package dev.rampart.ops.client;

import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.http.Page;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say which page of a list a command shows. */
public final class PageOptions {
  @Option(
      names = "--after",
      paramLabel = "CURSOR",
      description = "Goes on where the page with this 'next' ended.")
  private String after = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = Page.DEFAULT_LIMIT,
      description = "How many, 1 to " + Page.MOST + ". Default: ${DEFAULT-VALUE}")
  private int limit;

  /** The {@code next} of the page before; empty for the first page. */
  public String after() {
    return after;
  }

  /**
   * How many items, at most.
   *
   * @throws CommandFailure where it is more than a page has, or less than one
   */
  public int limit() {
    if (limit < 1 || limit > Page.MOST) {
      throw CommandFailure.wrongUsage(
          "--limit: found %d, allowed is 1 to %d".formatted(limit, Page.MOST));
    }
    return limit;
  }

  /** As the API takes them. */
  public Map<String, String> query() {
    return Map.of("after", after, "limit", Integer.toString(limit()));
  }
}
