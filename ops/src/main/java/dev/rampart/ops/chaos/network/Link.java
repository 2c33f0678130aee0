package dev.rampart.ops.chaos.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from one instance to one broker: a port on 127.0.0.1 whose connections are passed on to
 * another port there. A cut loses nothing: it holds all bytes, of both directions and of new
 * connections, and lets them go on afterwards, as a network does that comes back before anybody has
 * given up.
 *
 * <p>Safe for use by several threads.
 */
public final class Link implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Link.class);

  private final ServerSocket door;
  private final int target;
  private final Valve valve = new Valve();

  private Link(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  /** Opens a link from a free port to the port {@code target}, on which nobody need listen yet. */
  public static Link to(int target) throws IOException {
    Link link = new Link(new ServerSocket(0, 128, InetAddress.getLoopbackAddress()), target);
    start(link::accept, "link-" + target);
    return link;
  }

  /** Port to connect to. */
  public int port() {
    return door.getLocalPort();
  }

  /** Holds all bytes. */
  public void cut() {
    valve.close();
  }

  /** Passes every piece on so much later than it came: a slow and narrow link. */
  public void delay(Duration by) {
    valve.slow(by);
  }

  /** Passes everything on at once again. */
  public void heal() {
    valve.open();
  }

  /** Takes no new connections; those that are open end with their ends. */
  @Override
  public void close() throws IOException {
    door.close();
    heal();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException closed) {
        LOG.debug("A connection was not accepted", closed);
      }
    }
  }

  /** A broker that is down refuses, and so does its link. */
  private void connect(Socket client) throws IOException {
    try {
      Socket broker = new Socket(InetAddress.getLoopbackAddress(), target);
      broker.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      start(new Pump(client, broker, valve), "link-to-" + target);
      start(new Pump(broker, client, valve), "link-from-" + target);
    } catch (IOException refused) {
      client.close();
    }
  }

  private static void start(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
