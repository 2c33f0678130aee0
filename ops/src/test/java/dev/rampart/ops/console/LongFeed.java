package dev.rampart.ops.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A console over more decisions than a test can wait for, in the form of the API. */
final class LongFeed implements AutoCloseable {
  static final int DECISIONS = 120_000;

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html", "js", "text/javascript", "css", "text/css", "svg", "image/svg+xml");

  private final HttpServer server;

  LongFeed() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/me", call -> answer(call, person()));
    server.createContext("/v1/policies", call -> answer(call, page(List.of(), null)));
    server.createContext("/v1/decisions", call -> answer(call, decisions(query(call))));
    server.createContext("/", LongFeed::file);
    server.start();
  }

  URI live() {
    return URI.create(
        "http://127.0.0.1:%d/#/live?acted=false".formatted(server.getAddress().getPort()));
  }

  private static Map<String, Object> person() {
    return Map.of("name", "reader", "role", "viewer", "permissions", List.of("VIEW"));
  }

  private static Map<String, Object> page(
      List<?> items, @org.jspecify.annotations.Nullable String next) {
    return next == null ? Map.of("items", items) : Map.of("items", items, "next", next);
  }

  /** Numbered from the newest, 0, on; a cursor is the number of the next one. */
  private static Map<String, Object> decisions(Map<String, String> query) {
    int first = Integer.parseInt(query.getOrDefault("after", "0"));
    int last = Math.min(DECISIONS, first + Integer.parseInt(query.getOrDefault("limit", "100")));
    return page(
        IntStream.range(first, last).mapToObj(LongFeed::decision).toList(),
        last < DECISIONS ? Integer.toString(last) : null);
  }

  private static Map<String, Object> decision(int number) {
    return Map.of(
        "event_id", "e" + number,
        "author_id", "id:" + number,
        "decided_at", NOW.minusSeconds(number).toString(),
        "kind", "message",
        "scores", Map.of("spam/spam", 0.5),
        "matched", List.of(),
        "actions", List.of());
  }

  private static Map<String, String> query(HttpExchange call) {
    String query = Objects.requireNonNullElse(call.getRequestURI().getQuery(), "");
    return Arrays.stream(query.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static void answer(HttpExchange call, Object document) throws IOException {
    send(call, "application/json", JSON.writeValueAsBytes(document));
  }

  private static void file(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    String name = path.equals("/") ? "/index.html" : path;
    try (InputStream in = LongFeed.class.getResourceAsStream("/console" + name)) {
      send(
          call,
          TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"),
          in == null ? new byte[0] : in.readAllBytes());
    }
  }

  private static void send(HttpExchange call, String type, byte[] body) throws IOException {
    call.getResponseHeaders().set("Content-Type", type);
    call.sendResponseHeaders(200, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
