package dev.rampart.schemas.registry;

import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.UNAVAILABLE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes requests to a registry server, and makes them again while that may help: after an I/O
 * error, a time-out, 429 or 5xx, at the next address. Safe for use by many threads. No message
 * holds credentials.
 */
final class RegistryClient {
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

  private final HttpRegistrySettings settings;
  private final HttpClient client;

  RegistryClient(HttpRegistrySettings settings) {
    this.settings = settings;
    this.client = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
  }

  JsonNode get(String path) {
    return call(path, HttpRequest.newBuilder().GET());
  }

  JsonNode post(String path, JsonNode body) {
    return call(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", MEDIA_TYPE)
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private JsonNode call(String path, HttpRequest.Builder request) {
    request.timeout(settings.timeout()).header("Accept", MEDIA_TYPE + ", application/json");
    settings.credentials().authorization().ifPresent(v -> request.header("Authorization", v));
    for (int attempt = 0; ; attempt++) {
      URI url = settings.urls().get(attempt % settings.urls().size());
      try {
        return send(request.uri(URI.create(withoutSlash(url) + path)).build());
      } catch (SchemaRegistryException failed) {
        if (failed.reason() != UNAVAILABLE || attempt + 1 >= settings.attempts()) {
          throw failed;
        }
      }
      pause(attempt);
    }
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return RegistryAnswer.read(request, response.statusCode(), response.body());
    } catch (IOException failed) {
      throw new SchemaRegistryException(
          UNAVAILABLE,
          "the registry at " + RegistryAnswer.place(request) + " cannot be reached: " + failed,
          failed);
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private void pause(int attempt) {
    long longest = settings.backoff().toMillis() << Math.min(attempt, 10);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(longest + 1));
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private static SchemaRegistryException interrupted(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new SchemaRegistryException(
        UNAVAILABLE, "interrupted while waiting for the registry", interrupted);
  }

  private static String withoutSlash(URI url) {
    String text = url.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
