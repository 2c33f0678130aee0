package dev.rampart.ops.access;

import java.util.List;

/**
 * How calls are let in.
 *
 * @param authority says whom a token stands for
 * @param limit how many calls each of them may make
 */
public record Access(Authority authority, RateLimit limit) {
  private static final int DEFAULT_REQUESTS_PER_SECOND = 50;

  /** Only these tokens, with the default rate. */
  public static Access of(TokenEntry... entries) {
    return new Access(new TokenBook(List.of(entries)), new RateLimit(DEFAULT_REQUESTS_PER_SECOND));
  }
}
