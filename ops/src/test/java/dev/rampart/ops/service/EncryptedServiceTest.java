package dev.rampart.ops.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.ops.access.Access;
import dev.rampart.ops.access.Open;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.ops.client.OpsClient;
import dev.rampart.ops.config.ConfigurationReader;
import dev.rampart.ops.config.RampartConfiguration;
import dev.rampart.ops.http.Authorities;
import dev.rampart.ops.http.TestCertificate;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service behind a connector of type https, as a configuration file asks for it. */
class EncryptedServiceTest {
  @TempDir private java.nio.file.Path folder;
  private TestCertificate certificate;

  @BeforeEach
  void make() throws Exception {
    certificate = TestCertificate.in(folder);
  }

  @Test
  void shouldAnswerThoseWhoTrustItsAuthority() throws IOException {
    try (Meters meters = new Meters();
        OpsService service = start(meters, certificate.store(), TestCertificate.PASSWORD)) {
      OpsClient client =
          new OpsClient(address(service), "token", Authorities.in(certificate.authorities()));
      assertThat(client.get("/greeting", JsonNode.class).get("says").asText()).isEqualTo("hello");
    }
  }

  @Test
  void shouldNotBeBelievedByThoseWhoDoNot() throws IOException {
    try (Meters meters = new Meters();
        OpsService service = start(meters, certificate.store(), TestCertificate.PASSWORD)) {
      OpsClient client = new OpsClient(address(service), "token");
      CommandFailure failure =
          catchThrowableOfType(CommandFailure.class, () -> client.get("/greeting", JsonNode.class));
      assertThat(failure).hasMessageContaining("--authorities");
    }
  }

  @Test
  void shouldSayThatTheKeyStoreIsNotThere() {
    assertThat(refused(folder.resolve("none.p12"), TestCertificate.PASSWORD))
        .hasMessageContaining("rampart.yml:8: server.applicationConnectors.0.keyStorePath: ")
        .hasMessageContaining("none.p12: no such file");
  }

  @Test
  void shouldSayThatThePasswordIsWrongAndNotWhatItWas() {
    assertThat(refused(certificate.store(), "mistaken"))
        .hasMessageContaining("keyStorePassword: is not the password of the key store")
        .hasMessageNotContaining("mistaken");
  }

  @Test
  void shouldSayThatAFileIsNoKeyStore() {
    assertThat(refused(certificate.authorities(), TestCertificate.PASSWORD))
        .hasMessageContaining("keyStorePath: is no key store of type PKCS12");
  }

  @Test
  void shouldSayThatAFileHoldsNoAuthority() throws IOException {
    java.nio.file.Path file = Files.writeString(folder.resolve("ca.crt"), "no certificate");
    CommandFailure failure = catchThrowableOfType(CommandFailure.class, () -> Authorities.in(file));
    assertThat(failure).hasMessageContaining("ca.crt").hasMessageContaining("PEM");
    assertThat(failure.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  private CommandFailure refused(java.nio.file.Path store, String password) {
    try (Meters meters = new Meters()) {
      CommandFailure failure =
          catchThrowableOfType(CommandFailure.class, () -> start(meters, store, password).close());
      assertThat(failure.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
      return failure;
    }
  }

  private static URI address(OpsService service) {
    return URI.create("https://127.0.0.1:" + service.servicePort());
  }

  private OpsService start(Meters meters, java.nio.file.Path store, String password)
      throws IOException {
    java.nio.file.Path file = folder.resolve("rampart.yml");
    Files.writeString(
        file,
        """
        kafka: {bootstrap: 'a:1'}
        server:
          requestLog: {appenders: []}
          applicationConnectors:
            - type: https
              bindHost: 127.0.0.1
              port: 0
              keyStorePath: %s
              keyStorePassword: ${env:PASSWORD}
              keyStoreType: PKCS12
          adminConnectors: [{type: http, bindHost: 127.0.0.1, port: 0}]
        """
            .formatted(store));
    RampartConfiguration configuration =
        new ConfigurationReader(Map.of("PASSWORD", password)).read(file);
    assertThat(configuration.isEncrypted()).isTrue();
    return OpsService.start(
        configuration,
        Access.of(),
        meters.registry(),
        () -> new Health(true, true, "RUNNING"),
        List.of(new Greeting()));
  }

  /** A resource that anybody may ask. */
  @Path("/greeting")
  @Produces("application/json")
  public static final class Greeting {
    @GET
    @Open
    public Map<String, String> greet() {
      return Map.of("says", "hello");
    }
  }
}
