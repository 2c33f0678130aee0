package dev.rampart.ops.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that cannot be done, for a reason that the caller is told. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final @Nullable Duration retryAfter;

  private ProblemException(Problem problem, @Nullable Duration retryAfter) {
    super(problem.detail());
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  /** 403: the caller may not. */
  public static ProblemException forbidden(String detail) {
    return new ProblemException(Problem.of(403, detail), null);
  }

  /** 404: what is asked for is not there. */
  public static ProblemException notFound(String detail) {
    return new ProblemException(Problem.of(404, detail), null);
  }

  /** 409: it cannot be done as things stand. */
  public static ProblemException conflict(String detail) {
    return new ProblemException(Problem.of(409, detail), null);
  }

  /** 408: the body comes too slowly. */
  public static ProblemException tooSlow(String detail) {
    return new ProblemException(Problem.of(408, detail), null);
  }

  /** 413: the body is longer than is read. */
  public static ProblemException tooLarge(String detail) {
    return new ProblemException(Problem.of(413, detail), null);
  }

  /** 422: the input is wrong, in all these ways. */
  public static ProblemException wrongInput(List<String> problems) {
    return new ProblemException(Problem.of(422, String.join("; ", problems), problems), null);
  }

  /** 422: the input is wrong. */
  public static ProblemException wrongInput(String problem) {
    return wrongInput(List.of(problem));
  }

  /** 429: too many calls at once; worth another try after {@code retryAfter}. */
  public static ProblemException tooMany(String detail, Duration retryAfter) {
    return new ProblemException(Problem.of(429, detail), retryAfter);
  }

  /** 503: not now, while partitions move for instance; worth another try after a while. */
  public static ProblemException unavailable(String detail, Duration retryAfter) {
    return new ProblemException(Problem.of(503, detail), retryAfter);
  }

  /** What the caller is told. */
  public Problem problem() {
    return problem;
  }

  /** After how long another try is worth it. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
