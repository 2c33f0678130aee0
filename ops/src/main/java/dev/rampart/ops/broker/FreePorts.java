package dev.rampart.ops.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of the loopback address that nobody listens on. They lie below those that the system gives
 * to outgoing connections, so that a process that is killed finds its own free when it is started
 * again.
 */
public final class FreePorts {
  private static final int FIRST = 15_000;
  private static final int AFTER_LAST = 32_000;

  private FreePorts() {}

  /** So many different ones. */
  public static List<Integer> take(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      while (held.size() < count) {
        open().ifPresent(held::add);
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  /** One. */
  public static int take() throws IOException {
    return take(1).get(0);
  }

  private static Optional<ServerSocket> open() {
    int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
    try {
      return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    } catch (IOException taken) {
      return Optional.empty();
    }
  }
}
