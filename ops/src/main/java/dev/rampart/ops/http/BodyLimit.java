package dev.rampart.ops.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses bodies that are larger than any call needs, before they are in memory. */
public final class BodyLimit implements ContainerRequestFilter {
  /** The largest policy fits, written as JSON. */
  public static final int MOST_BYTES = 4 << 20;

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getLength() > MOST_BYTES) {
      request.setEntityStream(InputStream.nullInputStream());
      throw ProblemException.tooLarge(MOST_BYTES);
    }
    request.setEntityStream(new Limited(request.getEntityStream()));
  }

  /** Fails once where more comes than is allowed, and then is at its end. */
  private static final class Limited extends FilterInputStream {
    private long left = MOST_BYTES;

    Limited(InputStream body) {
      super(body);
    }

    @Override
    public int read() throws IOException {
      int next = left < 0 ? -1 : super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = left < 0 ? -1 : super.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) {
      boolean within = left >= 0;
      left -= read;
      if (within && left < 0) {
        throw ProblemException.tooLarge(MOST_BYTES);
      }
    }
  }
}
