package dev.rampart.ops.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Refuses a body that is too long, at once where the caller says its length and otherwise while it
 * is read, so that no more than the limit is ever held in memory; and one that trickles, so that
 * nobody holds a thread by sending slowly.
 */
public final class BodyLimit implements ContainerRequestFilter {
  /** Status of the refusal of a long body. */
  static final int TOO_LONG = 413;

  private static final long LEAST_BYTES_PER_SECOND = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

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
    boolean tooLong = length > most;
    request.setEntityStream(new Bounded(request.getEntityStream(), tooLong ? 2 * most : most));
    if (tooLong) {
      passOver(request, length);
      throw tooLong();
    }
  }

  /** A caller who is still sending may not see the refusal: wait for it where that is short. */
  private void passOver(ContainerRequestContext request, int length) throws IOException {
    if (length <= 2 * most) {
      long unused = request.getEntityStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  private ProblemException tooLong() {
    return ProblemException.tooLarge("body: allowed are %d bytes".formatted(most));
  }

  /** Hands out the allowed bytes, and refuses the one after. */
  private final class Bounded extends FilterInputStream {
    private final long allowed;
    private long taken;
    private long waitedNanos;

    Bounded(InputStream body, long allowed) {
      super(body);
      this.allowed = allowed;
    }

    @Override
    public int read() throws IOException {
      long start = System.nanoTime();
      int read = super.read();
      count(read < 0 ? 0 : 1, start);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      long start = System.nanoTime();
      int read = super.read(into, offset, length);
      count(Math.max(read, 0), start);
      return read;
    }

    private void count(int bytes, long start) {
      taken += bytes;
      waitedNanos += System.nanoTime() - start;
      if (taken > allowed) {
        throw tooLong();
      }
      Duration waited = Duration.ofNanos(waitedNanos);
      if (waited.compareTo(PATIENCE) > 0 && taken < waited.toSeconds() * LEAST_BYTES_PER_SECOND) {
        throw ProblemException.tooSlow(
            "body: found %d bytes in %d s, allowed are %d a second or more"
                .formatted(taken, waited.toSeconds(), LEAST_BYTES_PER_SECOND));
      }
    }
  }
}
