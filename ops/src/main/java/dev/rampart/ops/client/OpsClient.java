package dev.rampart.ops.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.http.Authorities;
import dev.rampart.ops.http.JsonFormat;
import dev.rampart.ops.http.Page;
import dev.rampart.ops.http.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls of the HTTP interface. Answers become records, refusals {@link OpsException}. Safe
 * for use by many threads.
 */
public final class OpsClient {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int FIRST_REFUSAL = 400;

  /** A newer service may say more than this client knows. */
  private static final ObjectMapper JSON =
      JsonFormat.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final URI server;
  private final String token;
  private final HttpClient http;

  /**
   * Over https with the authorities that Java trusts.
   *
   * @param server {@code http://127.0.0.1:8080} for instance
   * @param token shown with every call
   */
  public OpsClient(URI server, String token) {
    this(server, token, HttpClient.newBuilder());
  }

  /**
   * @param trusted over https
   */
  public OpsClient(URI server, String token, Authorities trusted) {
    this(server, token, HttpClient.newBuilder().sslContext(trusted.context()));
  }

  private OpsClient(URI server, String token, HttpClient.Builder http) {
    this.server = server;
    this.token = token;
    this.http = http.connectTimeout(CONNECT_LIMIT).build();
  }

  /** Reads something. */
  public <T> T get(String path, Class<T> answer) {
    return read(call("GET", path, BodyPublishers.noBody()), answer);
  }

  /** Reads a page of a list. */
  public <T> Page<T> page(String path, Class<T> item) {
    RawPage page = read(call("GET", path, BodyPublishers.noBody()), RawPage.class);
    return new Page<>(
        page.items().stream().map(each -> JSON.convertValue(each, item)).toList(), page.next());
  }

  /** Changes something. */
  public <T> T send(String method, String path, Object body, Class<T> answer) {
    return read(call(method, path, BodyPublishers.ofString(write(body))), answer);
  }

  /** A text as it may stand in a path or a query. */
  public static String quoted(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A page whose items are not read yet. */
  private record RawPage(List<JsonNode> items, @Nullable String next) {}

  private <T> T read(String answer, Class<T> type) {
    try {
      return JSON.readValue(answer, type);
    } catch (JsonProcessingException other) {
      throw strange(other);
    }
  }

  private CommandFailure strange(JsonProcessingException other) {
    return CommandFailure.failed(server + ": does not answer as a Rampart service does", other);
  }

  private String call(String method, String path, BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(LIMIT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    HttpResponse<String> answer = answer(request);
    if (answer.statusCode() >= FIRST_REFUSAL) {
      throw new OpsException(problem(answer));
    }
    return answer.body();
  }

  private HttpResponse<String> answer(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (SSLException refused) {
      throw CommandFailure.failed(
          "%s: no safe connection (%s); --authorities names whose certificates are trusted"
              .formatted(server, refused.getMessage()),
          refused);
    } catch (IOException unreachable) {
      throw CommandFailure.failed(
          server + ": cannot be reached; --server names another", unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed(server + ": the call was interrupted", interrupted);
    }
  }

  private Problem problem(HttpResponse<String> answer) {
    boolean told =
        answer
            .headers()
            .firstValue("Content-Type")
            .filter(type -> type.startsWith(Problem.MEDIA_TYPE.toString()))
            .isPresent();
    return told
        ? read(answer.body(), Problem.class)
        : Problem.of(answer.statusCode(), "no reason given");
  }

  private static String write(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException notSerialisable) {
      throw new IllegalArgumentException(notSerialisable);
    }
  }
}
