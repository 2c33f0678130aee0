package dev.rampart.ops.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Refuses a body that is too long: at once where the caller says its length, and otherwise while it
 * is read, so that no more than the limit is ever held in memory.
 */
public final class BodyLimit implements ContainerRequestFilter {
  /** Status of the refusal. */
  static final int STATUS = 413;

  private final long most;

  /**
   * @param most bytes of a body
   */
  public BodyLimit(long most) {
    this.most = most;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    int length = request.getLength();
    if (length > most) {
      passOver(request, length);
      throw refusal();
    }
    if (request.hasEntity()) {
      request.setEntityStream(new Bounded(request.getEntityStream()));
    }
  }

  /** A caller who is still sending may not see the refusal: wait for it where that is short. */
  private void passOver(ContainerRequestContext request, int length) throws IOException {
    if (length <= 2 * most) {
      long unused = request.getEntityStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  private ProblemException refusal() {
    return ProblemException.tooLarge("body: allowed are %d bytes".formatted(most));
  }

  /** Hands out the allowed bytes, and refuses the one after. */
  private final class Bounded extends FilterInputStream {
    private long left = most;

    Bounded(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw refusal();
      }
    }
  }
}
