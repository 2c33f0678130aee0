package dev.rampart.ops.chaos.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the bytes of one direction of a connection on, in order and complete, until either end
 * closes it. Runs on a thread of its own.
 */
final class Pump implements Runnable {
  private static final int BUFFER_BYTES = 64 << 10;

  private static final Logger LOG = LoggerFactory.getLogger(Pump.class);

  private final Socket from;
  private final Socket to;
  private final Valve valve;

  Pump(Socket from, Socket to, Valve valve) {
    this.from = from;
    this.to = to;
    this.valve = valve;
  }

  @Override
  public void run() {
    try (from;
        to) {
      pump(from.getInputStream(), to.getOutputStream());
    } catch (IOException closed) {
      LOG.debug("Either end is gone, and the other learns of it now", closed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void pump(InputStream in, OutputStream out) throws IOException, InterruptedException {
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      valve.pass();
      out.write(buffer, 0, count);
    }
  }
}
