package dev.rampart.ops.inspect;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.client.Paths;
import dev.rampart.ops.http.JsonFormat;
import dev.rampart.ops.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks the owner of a key, with the token of whoever asks. Safe for use by many threads.
 *
 * <p>The asking thread writes and reads itself, on a connection that is kept. A client with threads
 * of its own hands each answer from thread to thread, and where the stream threads use every core
 * each of these waits for its turn.
 */
final class RemoteStores {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final ObjectMapper json = JsonFormat.mapper();
  private final Interconnect interconnect;

  RemoteStores(Interconnect interconnect) {
    this.interconnect = interconnect;
  }

  /** The owner gave no answer that could be used. */
  static final class UnreachableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreachableException(String owner, String why) {
      super("instance %s: %s".formatted(owner, why));
    }
  }

  private record Answer(int status, String body) {}

  /**
   * The record as the owner answers it.
   *
   * @throws ProblemException 404 where the owner says that there is none, 401 and 403 turned into
   *     403
   * @throws UnreachableException where the owner does not answer, or not now
   */
  StoredRecord get(Owner owner, String store, String key, Hop hop) throws UnreachableException {
    String path = Paths.of("v1", "stores", store, "keys", key);
    return ask(owner, path, hop, StoredRecord.class, none(store, key));
  }

  /**
   * What the owner answers under a path.
   *
   * @param none what a 404 means
   */
  <T> T ask(Owner owner, String path, Hop hop, Class<T> form, String none)
      throws UnreachableException {
    Answer answer = send(owner, path, hop);
    return switch (answer.status()) {
      case 200 -> read(owner, answer.body(), form);
      case 404 -> throw ProblemException.notFound(none);
      case 401, 403 ->
          throw ProblemException.forbidden(
              "instance %s, which owns the key, refused the token".formatted(owner.active()));
      default -> throw new UnreachableException(owner.active(), "answered " + answer.status());
    };
  }

  static String none(String store, String key) {
    return "store %s: no record of key '%s'".formatted(store, key);
  }

  private Answer send(Owner owner, String path, Hop hop) throws UnreachableException {
    try {
      HttpURLConnection call = open(owner, path, hop);
      int status = call.getResponseCode();
      try (InputStream body = status < 400 ? call.getInputStream() : call.getErrorStream()) {
        byte[] bytes = body == null ? new byte[0] : body.readAllBytes();
        return new Answer(status, new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (IOException failure) {
      throw new UnreachableException(owner.active(), failure.getClass().getSimpleName());
    }
  }

  private HttpURLConnection open(Owner owner, String path, Hop hop) throws IOException {
    HttpURLConnection call = interconnect.open(owner.active(), path);
    call.setConnectTimeout((int) LIMIT.toMillis());
    call.setReadTimeout((int) LIMIT.toMillis());
    call.setInstanceFollowRedirects(false);
    call.setUseCaches(false);
    call.setRequestProperty("Authorization", hop.authorization());
    call.setRequestProperty(Hop.HEADER, "1");
    return call;
  }

  private <T> T read(Owner owner, String body, Class<T> form) throws UnreachableException {
    try {
      return json.readValue(body, form);
    } catch (IOException strange) {
      throw new UnreachableException(owner.active(), "an answer of another form");
    }
  }
}
