package dev.rampart.ops.service;

import java.util.Arrays;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;

/**
 * How many callers may be connected at once: connections beyond that wait until others end. Idle
 * ones end after {@code idleTimeout} of the connector.
 */
final class ConnectionBounds {
  private static final int MOST_CONNECTIONS = 1000;

  private ConnectionBounds() {}

  /** Bounds the connections of one port; those of probes and metrics are apart. */
  static void limit(Server server, String port) {
    Connector[] bounded =
        Arrays.stream(server.getConnectors())
            .filter(connector -> port.equals(connector.getName()))
            .toArray(Connector[]::new);
    var unused = server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, bounded));
  }
}
