package dev.rampart.ops.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running ChromeDriver, spoken to in the W3C WebDriver protocol. */
final class Driver implements AutoCloseable {
  private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI address;

  private Driver(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static Driver start(String program) throws IOException {
    Process process = new ProcessBuilder(program, "--port=0").redirectErrorStream(true).start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher started = STARTED.matcher(line);
      if (started.find()) {
        return new Driver(process, URI.create("http://127.0.0.1:" + started.group(1)));
      }
    }
    throw new IOException(program + " ended without starting");
  }

  JsonNode get(String path) {
    return send("GET", path, null);
  }

  JsonNode post(String path, Map<String, ?> body) {
    return send("POST", path, body);
  }

  void delete(String path) {
    send("DELETE", path, null);
  }

  private JsonNode send(
      String method, String path, @org.jspecify.annotations.Nullable Object body) {
    try {
      var content =
          body == null
              ? BodyPublishers.noBody()
              : BodyPublishers.ofString(JSON.writeValueAsString(body));
      HttpRequest request =
          HttpRequest.newBuilder(address.resolve(path)).method(method, content).build();
      JsonNode value =
          JSON.readTree(http.send(request, BodyHandlers.ofString()).body()).path("value");
      if (value.has("error")) {
        throw new DriverException(
            value.path("error").asText() + ": " + value.path("message").asText());
      }
      return value;
    } catch (IOException failure) {
      throw new DriverException(failure.toString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new DriverException("interrupted");
    }
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** What the browser could not do. */
  static final class DriverException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DriverException(String message) {
      super(message);
    }
  }
}
