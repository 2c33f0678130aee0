package dev.rampart.ops.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the rest of a body that a refused call came with. The server would close the
 * connection otherwise, and the caller's next call on it would fail.
 */
public final class UnreadBody implements ContainerResponseFilter {
  private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);
  private static final int FIRST_REFUSAL = 400;
  private static final int PART_BYTES = 64 * 1024;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    if (response.getStatus() >= FIRST_REFUSAL && isUnread(request)) {
      readOut(request.getEntityStream());
    }
  }

  /** {@link BodyLimit} ends a body that goes on. */
  private static void readOut(InputStream body) throws IOException {
    try {
      int read = PART_BYTES;
      while (read == PART_BYTES) {
        read = body.readNBytes(PART_BYTES).length;
      }
    } catch (ProblemException tooLarge) {
      LOG.debug("A body over the limit is not read out");
    }
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
