package dev.rampart.schemas.registry;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How to reach a registry server.
 *
 * @param urls base addresses, {@code https://registry:8081} or {@code
 *     http://apicurio:8080/apis/ccompat/v7} for instance; tried one after the other. No user
 *     information: that belongs into {@code credentials}
 * @param credentials sent with every request
 * @param timeout for one request, connection included
 * @param attempts how often a request is made in all before it counts as failed, 1 or more
 * @param backoff longest pause before the second attempt; doubles with every further one. The pause
 *     taken is random between nothing and the longest
 */
public record HttpRegistrySettings(
    List<URI> urls,
    RegistryCredentials credentials,
    Duration timeout,
    int attempts,
    Duration backoff) {

  public HttpRegistrySettings {
    urls = List.copyOf(urls);
    if (urls.isEmpty() || attempts < 1) {
      throw new IllegalArgumentException("at least one registry URL and one attempt are needed");
    }
    urls.forEach(HttpRegistrySettings::check);
  }

  /**
   * Five attempts of at most 5 seconds each, at least 100 ms apart on average from the third on.
   */
  public static HttpRegistrySettings of(List<URI> urls, RegistryCredentials credentials) {
    return new HttpRegistrySettings(
        urls, credentials, Duration.ofSeconds(5), 5, Duration.ofMillis(100));
  }

  private static void check(URI url) {
    if (url.getHost() == null || !Set.of("http", "https").contains(url.getScheme())) {
      throw new IllegalArgumentException(
          "a registry URL begins with http:// or https:// and names a host");
    }
    if (url.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "the registry URL for "
              + url.getHost()
              + " holds user information: give it as credentials");
    }
  }
}
