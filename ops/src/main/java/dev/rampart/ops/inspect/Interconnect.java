package dev.rampart.ops.inspect;

import dev.rampart.ops.http.Authorities;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * How the instances of an installation reach each other's service: all in the same way. Over https
 * the certificate of an instance names the host under which it is advertised.
 */
public final class Interconnect {
  private final String scheme;
  private final Optional<SSLSocketFactory> sockets;

  private Interconnect(String scheme, Optional<SSLSocketFactory> sockets) {
    this.scheme = scheme;
    this.sockets = sockets;
  }

  /** Over http. */
  public static Interconnect plain() {
    return new Interconnect("http", Optional.empty());
  }

  /** Over https, with the authorities that Java trusts. */
  public static Interconnect encrypted() {
    return new Interconnect("https", Optional.empty());
  }

  /**
   * Over https.
   *
   * @param trusted in place of those that Java trusts
   */
  public static Interconnect encrypted(Authorities trusted) {
    return new Interconnect("https", Optional.of(trusted.context().getSocketFactory()));
  }

  /**
   * A call that is not made yet.
   *
   * @param instance {@code HOST:PORT}
   */
  HttpURLConnection open(String instance, String path) throws IOException {
    URI address = URI.create(scheme + "://" + instance + path);
    HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection();
    if (call instanceof HttpsURLConnection secure) {
      sockets.ifPresent(secure::setSSLSocketFactory);
    }
    return call;
  }
}
