package dev.rampart.ops.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/**
 * Reads the rest of a small body that a refused call came with. The server would close the
 * connection otherwise, and the caller's next call on it would fail. One that was refused for its
 * length or slowness is not read.
 */
public final class UnreadBody implements ContainerResponseFilter {
  private static final int FIRST_REFUSAL = 400;
  private static final int MOST_BYTES = 64 * 1024;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    int status = response.getStatus();
    if (status >= FIRST_REFUSAL && !isGivenUp(status) && isUnread(request)) {
      byte[] unused = request.getEntityStream().readNBytes(MOST_BYTES);
    }
  }

  private static boolean isGivenUp(int status) {
    return status == BodyLimit.TOO_LONG
        || status == Response.Status.REQUEST_TIMEOUT.getStatusCode();
  }

  /** Jersey does not say whether a body was read, other than by this failure. */
  private static boolean isUnread(ContainerRequestContext request) {
    try {
      return request.hasEntity();
    } catch (IllegalStateException read) {
      return false;
    }
  }
}
