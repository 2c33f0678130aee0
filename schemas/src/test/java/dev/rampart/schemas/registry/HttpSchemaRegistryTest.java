package dev.rampart.schemas.registry;

import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.INCOMPATIBLE;
import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.NOT_AVRO;
import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.REFUSED;
import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.UNAVAILABLE;
import static dev.rampart.schemas.registry.SchemaRegistryException.Reason.UNKNOWN_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampart.schemas.MessageEvent;
import dev.rampart.schemas.UserEvent;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpSchemaRegistryTest {
  private static final String SCHEMA_7 =
      "{\"schema\": \"{\\\"type\\\": \\\"record\\\", \\\"name\\\": \\\"R\\\", \\\"fields\\\": []}\"}";
  private static final String NOT_FOUND =
      "{\"error_code\": 40403, \"message\": \"Schema not found\"}";

  private final FakeRegistryServer server = new FakeRegistryServer();
  private final HttpSchemaRegistry registry =
      registry(new RegistryCredentials.Anonymous(), server.url());

  @AfterEach
  void close() {
    registry.close();
    server.close();
  }

  @Test
  void shouldRegisterOnceForEachSubjectAndSchema() {
    server.answering(200, "{\"id\": 7}");

    for (int i = 0; i < 3; i++) {
      assertThat(registry.register("rampart.messages-value", MessageEvent.getClassSchema()))
          .isEqualTo(7);
    }

    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().get(0).path())
        .isEqualTo("/subjects/rampart.messages-value/versions");
    assertThat(server.requests().get(0).body()).contains("A message that a user sent");
    assertThat(server.requests().get(0).body()).doesNotContain("avro.java.string");
  }

  @Test
  void shouldEscapeTheSubject() {
    server.answering(200, "{\"id\": 7}");
    registry.register("a b/../c", UserEvent.getClassSchema());

    assertThat(server.requests().get(0).path()).isEqualTo("/subjects/a%20b%2F..%2Fc/versions");
  }

  @Test
  void shouldFetchASchemaOnce() {
    server.answering(200, SCHEMA_7);

    assertThat(registry.schemaById(7).getName()).isEqualTo("R");
    assertThat(registry.schemaById(7)).isSameAs(registry.schemaById(7));
    assertThat(server.requests()).hasSize(1);
    assertThat(server.requests().get(0).path()).isEqualTo("/schemas/ids/7");
  }

  @Test
  void shouldNotAskAgainSoonForAnUnknownId() {
    server.answering(404, NOT_FOUND);

    for (int i = 0; i < 5; i++) {
      assertReason(() -> registry.schemaById(9), UNKNOWN_ID);
    }

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void shouldTryAgainAfterAFailureOfTheServer() {
    server.answering(500, "oops").answering(429, "").answering(503, "").answering(200, SCHEMA_7);

    assertThat(registry.schemaById(7).getName()).isEqualTo("R");
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void shouldGiveUpAfterTheAttemptsOfTheSettings() {
    server.answering(500, "{\"error_code\": 50001, \"message\": \"store is down\"}");

    assertThat(assertReason(() -> registry.schemaById(7), UNAVAILABLE))
        .hasMessageContaining("status 500: store is down");
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void shouldPassOnWhyASchemaWasRefused() {
    server
        .answering(409, "{\"error_code\": 409, \"message\": \"field content is gone\"}")
        .answering(422, "{\"error_code\": 42201, \"message\": \"no valid schema\"}");

    assertThat(assertReason(this::register, INCOMPATIBLE)).hasMessageContaining("content is gone");
    assertThat(assertReason(this::register, INCOMPATIBLE)).hasMessageContaining("no valid schema");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void shouldTellAWrongAddressFromAnUnknownId() {
    server.answering(404, "<html>nothing here</html>");
    assertReason(() -> registry.schemaById(7), REFUSED);
  }

  @Test
  void shouldRefuseWhatIsNoAvroSchema() {
    server
        .answering(200, "{\"schemaType\": \"PROTOBUF\", \"schema\": \"syntax\"}")
        .answering(200, "{\"schema\": \"{}\"}");

    assertThat(assertReason(() -> registry.schemaById(1), NOT_AVRO))
        .hasMessageContaining("PROTOBUF");
    assertReason(() -> registry.schemaById(2), NOT_AVRO);
  }

  @Test
  void shouldNotWaitForeverForAServerThatHangs() {
    server.hanging();
    assertReason(() -> registry.schemaById(7), UNAVAILABLE);
  }

  @Test
  void shouldNameTheAddressThatRefusesConnections() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (HttpSchemaRegistry nobody =
        registry(new RegistryCredentials.Anonymous(), URI.create("http://127.0.0.1:" + free))) {
      assertThat(assertReason(() -> nobody.schemaById(7), UNAVAILABLE))
          .hasMessageContaining("127.0.0.1:" + free);
    }
  }

  @Test
  void shouldGoOnToTheNextAddress() {
    server.answering(200, SCHEMA_7);
    try (FakeRegistryServer broken = new FakeRegistryServer().answering(502, "");
        HttpSchemaRegistry both =
            registry(new RegistryCredentials.Anonymous(), broken.url(), server.url())) {
      assertThat(both.schemaById(7).getName()).isEqualTo("R");
    }
  }

  @Test
  void shouldSendCredentialsButNeverShowThem() {
    server.answering(401, "{\"error_code\": 40101, \"message\": \"Unauthorized\"}");
    RegistryCredentials basic = new RegistryCredentials.Basic("rampart", "hunter2");
    RegistryCredentials bearer = new RegistryCredentials.Bearer("hunter2");

    for (RegistryCredentials credentials : List.of(basic, bearer)) {
      try (HttpSchemaRegistry secured = registry(credentials, server.url())) {
        assertThat(assertReason(() -> secured.schemaById(7), REFUSED))
            .hasMessageNotContaining("hunter2");
      }
      assertThat(settings(credentials, server.url()).toString()).doesNotContain("hunter2");
    }
    assertThat(server.requests())
        .extracting(FakeRegistryServer.Request::authorization)
        .containsExactly("Basic cmFtcGFydDpodW50ZXIy", "Bearer hunter2");
  }

  @Test
  void shouldRefuseAnAddressWithAPasswordWithoutShowingIt() {
    assertThatThrownBy(
            () ->
                settings(
                    new RegistryCredentials.Anonymous(), URI.create("http://u:hunter2@registry")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("registry")
        .hasMessageNotContaining("hunter2");
  }

  private void register() {
    registry.register("s", MessageEvent.getClassSchema());
  }

  private static SchemaRegistryException assertReason(
      ThrowingCallable call, SchemaRegistryException.Reason reason) {
    SchemaRegistryException failed = catchThrowableOfType(SchemaRegistryException.class, call);
    assertThat(failed).isNotNull();
    assertThat(failed.reason()).as(failed.getMessage()).isEqualTo(reason);
    return failed;
  }

  private static HttpSchemaRegistry registry(RegistryCredentials credentials, URI... urls) {
    return new HttpSchemaRegistry(settings(credentials, urls));
  }

  private static HttpRegistrySettings settings(RegistryCredentials credentials, URI... urls) {
    return new HttpRegistrySettings(
        List.of(urls), credentials, Duration.ofMillis(500), 4, Duration.ofMillis(1));
  }
}
