package dev.rampart.ops.client;

import dev.rampart.ops.http.Problem;

/** A call that the service did not do, and why. */
public final class OpsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SERVER_SIDE = 500;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;

  private final transient Problem problem;

  OpsException(Problem problem) {
    super("%d %s: %s".formatted(problem.status(), problem.title(), problem.detail()));
    this.problem = problem;
  }

  /** What the service says. */
  public Problem problem() {
    return problem;
  }

  /** Whether the caller asked for something that cannot be: another call will not help. */
  public boolean isWrongUsage() {
    int status = problem.status();
    return status < SERVER_SIDE && status != CONFLICT && status != TOO_MANY;
  }
}
