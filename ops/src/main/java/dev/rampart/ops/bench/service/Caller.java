package dev.rampart.ops.bench.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Makes calls, one after the other, on a connection that is kept. Confined to one thread, which
 * does all the work itself: what is measured is the service.
 *
 * @param token shown with each call
 */
record Caller(String token) {
  private static final int FIRST_REFUSAL = 400;

  /**
   * An answer.
   *
   * @param nanos from the call until the last byte of the answer
   */
  record Answer(int status, String body, long nanos) {}

  Answer get(String address, String path) throws IOException {
    return call("GET", address, path, "");
  }

  Answer post(String address, String path, String body) throws IOException {
    return call("POST", address, path, body);
  }

  private Answer call(String method, String address, String path, String body) throws IOException {
    long start = System.nanoTime();
    URI uri = URI.create("http://" + address + path);
    HttpURLConnection call = (HttpURLConnection) uri.toURL().openConnection();
    call.setRequestMethod(method);
    call.setRequestProperty("Authorization", "Bearer " + token);
    if (!body.isEmpty()) {
      send(call, body);
    }
    int status = call.getResponseCode();
    String text = read(status < FIRST_REFUSAL ? call.getInputStream() : call.getErrorStream());
    return new Answer(status, text, System.nanoTime() - start);
  }

  private static void send(HttpURLConnection call, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.setRequestProperty("Content-Type", "application/json");
    call.setDoOutput(true);
    call.setFixedLengthStreamingMode(bytes.length);
    try (OutputStream out = call.getOutputStream()) {
      out.write(bytes);
    }
  }

  private static String read(InputStream body) throws IOException {
    try (body) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
