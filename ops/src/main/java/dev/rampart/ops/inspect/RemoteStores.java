package dev.rampart.ops.inspect;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.http.JsonFormat;
import dev.rampart.ops.http.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Asks the owner of a key, with the token of whoever asks, over plain HTTP: instances stand in one
 * network. Safe for use by many threads.
 */
final class RemoteStores {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final ObjectMapper json = JsonFormat.mapper();

  /** The owner gave no answer that could be used. */
  static final class UnreachableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreachableException(String owner, String why) {
      super("instance %s: %s".formatted(owner, why));
    }
  }

  /**
   * The record as the owner answers it.
   *
   * @throws ProblemException 404 where the owner says that there is none, 401 and 403 turned into
   *     403
   * @throws UnreachableException where the owner does not answer, or not now
   */
  StoredRecord get(Owner owner, String store, String key, Hop hop) throws UnreachableException {
    HttpResponse<String> answer = send(owner, request(owner, store, key, hop));
    return switch (answer.statusCode()) {
      case 200 -> read(owner, answer.body());
      case 404 -> throw ProblemException.notFound(none(store, key));
      case 401, 403 ->
          throw ProblemException.forbidden(
              "instance %s, which owns the key, refused the token".formatted(owner.active()));
      default -> throw new UnreachableException(owner.active(), "answered " + answer.statusCode());
    };
  }

  static String none(String store, String key) {
    return "store %s: no record of key '%s'".formatted(store, key);
  }

  private static HttpRequest request(Owner owner, String store, String key, Hop hop) {
    return HttpRequest.newBuilder(
            URI.create(
                "http://%s/v1/stores/%s/keys/%s"
                    .formatted(owner.active(), encoded(store), path(key))))
        .timeout(LIMIT)
        .header("Authorization", hop.authorization())
        .header(Hop.HEADER, "1")
        .build();
  }

  private static String path(String key) {
    return Arrays.stream(key.split("/", -1))
        .map(RemoteStores::encoded)
        .collect(Collectors.joining("/"));
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpResponse<String> send(Owner owner, HttpRequest request) throws UnreachableException {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UnreachableException(owner.active(), failure.getClass().getSimpleName());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UnreachableException(owner.active(), "interrupted");
    }
  }

  private StoredRecord read(Owner owner, String body) throws UnreachableException {
    try {
      return json.readValue(body, StoredRecord.class);
    } catch (IOException strange) {
      throw new UnreachableException(owner.active(), "an answer of another form");
    }
  }
}
