package dev.rampart.ops.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.ops.access.Access;
import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.OneTimeToken;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.access.Principal;
import dev.rampart.ops.access.RateLimit;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.access.TokenBook;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.config.RampartConfiguration;
import io.dropwizard.auth.Auth;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the service port does around every resource. */
class ServicePortTest {
  private final OneTimeToken token = OneTimeToken.create("ann", Role.VIEWER);
  private final Meters meters = new Meters();

  @SuppressWarnings("NullAway.Init") // set before each test
  private OpsService service;

  @BeforeEach
  void start() {
    service = start(1_000);
  }

  private OpsService start(int callsPerSecond) {
    return OpsService.start(
        RampartConfiguration.onPorts(0, 0),
        new Access(new TokenBook(List.of(token.entry())), new RateLimit(callsPerSecond)),
        meters.registry(),
        () -> new Health(true, true, "RUNNING"),
        List.of(new TalkResource()));
  }

  @AfterEach
  void stop() {
    service.close();
    meters.close();
  }

  @Test
  void shouldRefuseAnEndpointThatNamesNoPermission() throws Exception {
    HttpResponse<String> answer = call("GET", "/v1/forgotten", "");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(problem(answer).get("detail").asText()).contains("names no permission");
  }

  @Test
  void shouldNotTakeATokenFromTheAddress() throws Exception {
    URI address = address("/v1/hello?access_token=" + token.text());
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void shouldWriteNamesInSnakeCaseAndTimesAsPeopleReadThem() throws Exception {
    assertThat(call("GET", "/v1/hello", "").body())
        .isEqualTo("{\"said_by\":\"ann\",\"said_at\":\"1970-01-01T00:00:00Z\"}");
  }

  @Test
  void shouldTellAllThatIsWrongAtOnce() throws Exception {
    HttpResponse<String> answer = call("POST", "/v1/words?limit=7", "{\"word\": \" \"}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(problem(answer).get("problems"))
        .extracting(JsonNode::asText)
        .satisfiesExactly(
            limit -> assertThat(limit).contains("limit"),
            word -> assertThat(word).contains("word"));
  }

  @Test
  void shouldSayWhatIsWrongWithABody() throws Exception {
    assertThat(problem(call("POST", "/v1/words", "{\"word\": ")).get("detail").asText())
        .contains("no valid JSON");
    assertThat(problem(call("POST", "/v1/words", "{\"wort\": 1}")).get("detail").asText())
        .contains("wort");
    assertThat(call("POST", "/v1/words", "").statusCode()).isEqualTo(422);
    assertThat(call("POST", "/v1/words?limit=many", "{}").statusCode()).isEqualTo(422);
  }

  @Test
  void shouldTellConflictsFromWhatIsAmissHere() throws Exception {
    assertThat(call("GET", "/v1/failures/conflict", "").statusCode()).isEqualTo(409);
    HttpResponse<String> amiss = call("GET", "/v1/failures/amiss", "");
    assertThat(amiss.statusCode()).isEqualTo(503);
    assertThat(amiss.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void shouldNotTellWhereItFailedWhenThatWasNotForeseen() throws Exception {
    HttpResponse<String> answer = call("GET", "/v1/failures/unforeseen", "");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret", "IllegalState", "\tat ");
  }

  @Test
  void shouldAnswerAProblemAlsoWhereNothingIsServed() throws Exception {
    assertThat(problem(call("GET", "/v1/nothing", "")).get("status").asInt()).isEqualTo(404);
    assertThat(problem(call("DELETE", "/v1/hello", "")).get("status").asInt()).isEqualTo(405);
    assertThat(problem(call("GET", "/nothing.html", "")).get("status").asInt()).isEqualTo(404);
    assertThat(problem(call("GET", "/v1/..%2f..%2fsecret", "")).get("status").asInt())
        .isIn(400, 404);
  }

  @Test
  void shouldKeepABrowserFromDoingWhatNobodyAskedFor() throws Exception {
    HttpResponse<String> answer = call("GET", "/v1/hello", "");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void shouldHoldACallerThatAsksTooOften() throws Exception {
    service.close();
    service = start(1);
    var first = call("GET", "/v1/hello", "");
    var second = call("GET", "/v1/hello", "");
    assertThat(List.of(first.statusCode(), second.statusCode())).containsOnly(200);
    HttpResponse<String> answer = call("GET", "/v1/hello", "");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void shouldRefuseABodyThatIsTooLong() throws Exception {
    String word = "a".repeat((int) Access.DEFAULT_BODY_BYTES);
    HttpResponse<String> counted = call("POST", "/v1/words", "{\"word\": \"" + word + "\"}");
    assertThat(counted.statusCode()).isEqualTo(413);
    assertThat(problem(counted).get("detail").asText()).contains("allowed are 1048576 bytes");
  }

  @Test
  void shouldRefuseALongBodyBeforeItComes() throws Exception {
    assertThat(raw("Content-Length: 99999999\r\n\r\n{")).startsWith("HTTP/1.1 413");
  }

  @Test
  void shouldRefuseALongBodyThatDoesNotSayItsLength() throws Exception {
    String chunk = "%x\r\n%s\r\n".formatted(1 << 16, " ".repeat(1 << 16));
    assertThat(raw("Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17)))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void shouldRefuseWhatIsNestedTooDeep() throws Exception {
    HttpResponse<String> answer =
        call("POST", "/v1/words", "{\"word\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(call("POST", "/v1/words", "[".repeat(5_000)).statusCode()).isEqualTo(422);
  }

  @Test
  void shouldGiveUpABodyThatTrickles() throws Exception {
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), service.servicePort())) {
      slow.setSoTimeout(20_000);
      OutputStream out = slow.getOutputStream();
      out.write((head() + "Content-Length: 1000\r\n\r\n{").getBytes(StandardCharsets.US_ASCII));
      Thread trickle = new Thread(() -> trickle(out));
      trickle.start();
      int first = slow.getInputStream().read();
      assertThat(first).isIn((int) 'H', -1);
      assertThat(call("GET", "/v1/hello", "").statusCode()).isEqualTo(200);
      trickle.interrupt();
      trickle.join();
    }
  }

  /** A byte now and then, until nobody takes it any more. */
  private static void trickle(OutputStream out) {
    try {
      for (int sent = 0; sent < 100; sent++) {
        Thread.sleep(200);
        out.write(' ');
        out.flush();
      }
    } catch (IOException | InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private String head() {
    return "POST /v1/words HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + "Authorization: Bearer "
        + token.text()
        + "\r\n";
  }

  /** First line of the answer to a call that is written by hand. */
  private String raw(String rest) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.servicePort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((head() + rest).getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return String.valueOf(answer.readLine());
    }
  }

  private HttpResponse<String> call(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address(path))
            .header("Authorization", "Bearer " + token.text())
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + service.servicePort() + path);
  }

  private static JsonNode problem(HttpResponse<String> answer) throws Exception {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    return new ObjectMapper().readTree(answer.body());
  }

  /** A resource with all that can happen to one. */
  @Path("/v1")
  @Produces("application/json")
  public static final class TalkResource {
    private static final Map<String, RuntimeException> FAILURES =
        Map.of(
            "conflict", CommandFailure.failed("no version waits"),
            "amiss", CommandFailure.failed("Kafka did not answer", new IllegalStateException()),
            "unforeseen", new IllegalStateException("a secret"));

    /** What was said. */
    public record Greeting(String saidBy, Instant saidAt) {}

    /** What to say. */
    public record Word(@NotBlank String word) {}

    @GET
    @Path("/hello")
    @Needs(Permission.VIEW)
    public Greeting hello(@Auth Principal caller) {
      return new Greeting(caller.name(), Instant.EPOCH);
    }

    @GET
    @Path("/forgotten")
    public Greeting forgotten() {
      return new Greeting("nobody", Instant.EPOCH);
    }

    @POST
    @Path("/words")
    @Needs(Permission.VIEW)
    public Word say(
        @NotNull @Valid Word word, @QueryParam("limit") @DefaultValue("1") @Max(5) int limit) {
      return word;
    }

    @GET
    @Path("/failures/{kind}")
    @Needs(Permission.VIEW)
    public Word fail(@PathParam("kind") String kind) {
      Optional.ofNullable(FAILURES.get(kind))
          .ifPresent(
              failure -> {
                throw failure;
              });
      return new Word(kind);
    }
  }
}
