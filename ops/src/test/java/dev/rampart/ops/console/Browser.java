package dev.rampart.ops.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.files.TemporaryFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;

/**
 * One window of a headless Chromium. What is to be clicked or read is waited for: a page that draws
 * itself is never ready at once.
 */
final class Browser implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int LOOK_AGAIN_MS = 50;
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
  private static final List<String> OPTIONS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final TemporaryFolder profile;
  private final Driver driver;
  private final String session;

  private Browser(TemporaryFolder profile, Driver driver) {
    this.profile = profile;
    this.driver = driver;
    List<String> options = new ArrayList<>(OPTIONS);
    options.add("--user-data-dir=" + profile.path());
    Map<String, Object> chromium =
        Map.of("binary", program("CHROMIUM", "/usr/bin/chromium"), "args", options);
    Map<String, Object> wanted =
        Map.of("goog:chromeOptions", chromium, "goog:loggingPrefs", Map.of("browser", "ALL"));
    this.session =
        "/session/"
            + driver
                .post("/session", Map.of("capabilities", Map.of("alwaysMatch", wanted)))
                .path("sessionId")
                .asText();
  }

  static Browser open() throws IOException {
    TemporaryFolder profile = TemporaryFolder.create("rampart-browser-");
    return new Browser(profile, Driver.start(program("CHROMEDRIVER", "/usr/bin/chromedriver")));
  }

  private static String program(String variable, String usual) {
    return Optional.ofNullable(System.getenv(variable)).orElse(usual);
  }

  void go(URI address) {
    driver.post(session + "/url", Map.of("url", address.toString()));
  }

  /** Goes to a screen of the console that is open. */
  void screen(String address) {
    run("location.hash = arguments[0]", address);
  }

  void size(int width, int height) {
    cdp(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void colours(String scheme) {
    cdp(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  private void cdp(String command, Map<String, ?> parameters) {
    driver.post(session + "/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
  }

  void click(String xpath) {
    act("click " + xpath, () -> driver.post(element(xpath) + "/click", Map.of()));
  }

  void type(String xpath, String text) {
    act(
        "type into " + xpath,
        () -> {
          String element = element(xpath);
          driver.post(element + "/clear", Map.of());
          return driver.post(element + "/value", Map.of("text", text));
        });
  }

  /** Presses keys on what the path names. */
  void keys(String xpath, String keys) {
    act(
        "press keys on " + xpath,
        () -> driver.post(element(xpath) + "/value", Map.of("text", keys)));
  }

  /** Presses a key where the focus is. */
  void press(String key) {
    for (String type : List.of("keyDown", "keyUp")) {
      cdp(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", key, "text", key.length() == 1 ? key : ""));
    }
  }

  /** Waits until what the path names is seen, and gives its text. */
  String text(String xpath) {
    return act("read " + xpath, () -> driver.get(element(xpath) + "/text")).asText();
  }

  /** Waits until a path names nothing that is seen. */
  void waitUntilGone(String xpath) {
    await(xpath + " is gone", () -> elements(xpath).isEmpty());
  }

  void await(String what, Supplier<Boolean> condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.get()) {
      if (System.nanoTime() > end) {
        Assertions.fail("not within %s: %s. The page says:%n%s", LIMIT, what, page());
      }
      pause();
    }
  }

  private JsonNode act(String what, Supplier<JsonNode> act) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        return act.get();
      } catch (Driver.DriverException notYet) {
        if (System.nanoTime() > end) {
          return Assertions.fail(
              "could not %s: %s. The page says:%n%s", what, notYet.getMessage(), page());
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN_MS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** All text that is seen. */
  String page() {
    return run("return document.body.innerText").asText();
  }

  private String element(String xpath) {
    JsonNode found = driver.post(session + "/element", Map.of("using", "xpath", "value", xpath));
    return session + "/element/" + found.path(ELEMENT).asText();
  }

  private List<JsonNode> elements(String xpath) {
    List<JsonNode> found = new ArrayList<>();
    driver
        .post(session + "/elements", Map.of("using", "xpath", "value", xpath))
        .forEach(found::add);
    return found;
  }

  JsonNode run(String script, Object... arguments) {
    return driver.post(
        session + "/execute/sync", Map.of("script", script, "args", List.of(arguments)));
  }

  /** Errors, warnings and violations that the page caused since the last call. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    driver
        .post(session + "/se/log", Map.of("type", "browser"))
        .forEach(
            entry -> {
              if (List.of("SEVERE", "WARNING").contains(entry.path("level").asText())) {
                complaints.add(entry.path("message").asText());
              }
            });
    return complaints;
  }

  void screenshot(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(driver.get(session + "/screenshot").asText()));
  }

  @Override
  public void close() throws IOException {
    driver.delete(session);
    driver.close();
    profile.close();
  }
}
