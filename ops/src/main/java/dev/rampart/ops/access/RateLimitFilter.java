package dev.rampart.ops.access;

import dev.rampart.ops.http.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.time.Duration;

/** Refuses a principal that makes too many calls. */
final class RateLimitFilter implements ContainerRequestFilter {
  private final RateLimit limit;

  RateLimitFilter(RateLimit limit) {
    this.limit = limit;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getSecurityContext().getUserPrincipal() instanceof Principal caller) {
      Duration wait = limit.take(caller);
      if (!wait.isZero()) {
        throw ProblemException.tooMany(
            "more calls than %s may make".formatted(caller.name()), wait);
      }
    }
  }
}
