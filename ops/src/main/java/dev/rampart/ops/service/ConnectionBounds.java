package dev.rampart.ops.service;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.util.DataSize;
import java.util.Arrays;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;

/**
 * What callers that are slow, or many, may take from the service: a body that trickles is given up,
 * and connections beyond a number wait until others end. Idle ones end after {@code idleTimeout}.
 */
final class ConnectionBounds {
  /** Bytes a second, on average, below which a body is given up. */
  private static final DataSize SLOWEST_BODY = DataSize.bytes(500);

  private static final int MOST_CONNECTIONS = 1000;

  private ConnectionBounds() {}

  /** Sets the speed of bodies where the configuration does not. */
  static void hurry(ServerFactory factory) {
    if (factory instanceof DefaultServerFactory server) {
      server.getApplicationConnectors().forEach(ConnectionBounds::hurry);
    }
  }

  private static void hurry(ConnectorFactory connector) {
    if (connector instanceof HttpConnectorFactory http
        && http.getMinRequestDataPerSecond().toBytes() == 0) {
      http.setMinRequestDataPerSecond(SLOWEST_BODY);
    }
  }

  /** Bounds the connections of the service port; those of probes and metrics are apart. */
  static void limit(Server server, String port) {
    Connector[] bounded =
        Arrays.stream(server.getConnectors())
            .filter(connector -> port.equals(connector.getName()))
            .toArray(Connector[]::new);
    var unused = server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, bounded));
  }
}
