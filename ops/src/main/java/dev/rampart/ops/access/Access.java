package dev.rampart.ops.access;

import java.util.List;

/**
 * How calls are let in.
 *
 * @param authority says whom a token stands for
 * @param limit how many calls each of them may make
 * @param mostBodyBytes bytes of the body of a call
 */
public record Access(Authority authority, RateLimit limit, long mostBodyBytes) {
  /** Bytes of a body unless told otherwise: 1 MiB. */
  public static final long DEFAULT_BODY_BYTES = 1 << 20;

  private static final int DEFAULT_REQUESTS_PER_SECOND = 50;

  /** With the default limit of bodies. */
  public Access(Authority authority, RateLimit limit) {
    this(authority, limit, DEFAULT_BODY_BYTES);
  }

  /** Only these tokens, with the default rate. */
  public static Access of(TokenEntry... entries) {
    return new Access(new TokenBook(List.of(entries)), new RateLimit(DEFAULT_REQUESTS_PER_SECOND));
  }
}
