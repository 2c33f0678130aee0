package dev.rampart.ops.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rampart.ops.access.Access;
import dev.rampart.ops.access.Principal;
import dev.rampart.ops.access.Role;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.cli.ExitCode;
import dev.rampart.schemas.registry.RegistryCredentials;
import dev.rampart.topology.retention.Retention;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
  @TempDir private Path folder;

  @Test
  void shouldLoadTheDocumentedExample() {
    Path example = Path.of(System.getProperty("rampart.root"), "ops", "rampart.yml");
    RampartConfiguration configuration = new ConfigurationReader(Map.of()).read(example);
    assertThat(configuration.kafka().bootstrap()).isEqualTo("127.0.0.1:9092");
    assertThat(configuration.ingest().maxEventBytes()).isEqualTo(256_000);
  }

  @Test
  void shouldHaveADefaultForEverythingButTheBrokers() throws IOException {
    RampartConfiguration configuration = read("kafka: {bootstrap: 'a:1,b:2'}");
    assertThat(configuration.topics().prefix()).isEqualTo("rampart.");
    assertThat(configuration.streams().commitInterval()).isEqualTo(Duration.ofMillis(30));
    assertThat(configuration.ingest().repeatWindow()).isEqualTo(Duration.ofMinutes(10));
    assertThat(configuration.schemaRegistry().server()).isEmpty();
    assertThat(configuration.kafka().client()).containsEntry("bootstrap.servers", "a:1,b:2");
  }

  @Test
  void shouldListenOnLoopbackUnlessToldOtherwise() throws IOException {
    RampartConfiguration configuration = read("kafka: {bootstrap: 'a:1'}");
    DefaultServerFactory server = (DefaultServerFactory) configuration.getServerFactory();
    assertThat(server.getApplicationConnectors())
        .allSatisfy(
            connector ->
                assertThat(((HttpConnectorFactory) connector).getBindHost())
                    .isEqualTo("127.0.0.1"));
  }

  @Test
  void shouldTakeSecretsFromTheEnvironmentAndFromFiles() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "from file\n");
    RampartConfiguration configuration =
        read(
            """
            kafka:
              bootstrap: a:1
              client:
                sasl.jaas.config: password="${file:%s}";
            schemaRegistry:
              urls: [https://registry.example.org]
              user: rampart
              password: ${env:REGISTRY_PASSWORD}
            """
                .formatted(secret));
    assertThat(configuration.kafka().client())
        .containsEntry("sasl.jaas.config", "password=\"from file\";");
    assertThat(configuration.schemaRegistry().server().orElseThrow().credentials())
        .isEqualTo(new RegistryCredentials.Basic("rampart", "from env"));
  }

  @Test
  void shouldListEveryProblemWithItsLineFieldAndWhatIsAllowed() {
    assertThat(
            problems(
                """
                kafka:
                  bootstrap: nowhere
                ingest:
                  clockSkew: 3 fortnights
                  maxContentLength: many
                  windows: 3
                streams:
                  threads: 0
                  properties: none
                """))
        .satisfiesExactly(
            one -> assertThat(one).contains(":2: kafka.bootstrap: found nowhere; allowed: HOST"),
            two -> assertThat(two).contains(":4: ingest.clockSkew: found '3 fortnights'; allowed"),
            three -> assertThat(three).contains(":5: ingest.maxContentLength: found 'many'"),
            four -> assertThat(four).contains(":6: ingest.windows: is not known; allowed: clock"),
            five -> assertThat(five).contains(":8: streams.threads: found 0; allowed: 1 to 64"),
            six -> assertThat(six).contains(":9: streams.properties: found"));
  }

  @Test
  void shouldKeepEachStoreForItsOwnTime() throws IOException {
    assertThat(
            read("{kafka: {bootstrap: 'a:1'}, retention: {features: 60 days}}")
                .retention()
                .retention())
        .isEqualTo(new Retention(Duration.ofDays(60), Duration.ofDays(365)));
    assertThat(problems("{kafka: {bootstrap: 'a:1'}, retention: {ledger: 1 day}}"))
        .singleElement()
        .asString()
        .contains("retention.ledger: found 1 day", "allowed: 31 to 3650 days");
  }

  @Test
  void shouldTakeTheMemoryAndTheCopiesOfTheStores() throws IOException {
    StreamsConfiguration streams =
        read("{kafka: {bootstrap: 'a:1'}, streams: {groupProtocol: classic, standbyReplicas: 1,"
                + " stateMemory: 1 GiB, properties: {group.instance.id: one}}}")
            .streams();
    assertThat(streams.standbyReplicas()).isEqualTo(1);
    assertThat(streams.stateMemoryBytes()).isEqualTo(1L << 30);
    assertThat(read("kafka: {bootstrap: 'a:1'}").streams().stateMemoryBytes())
        .isEqualTo(256L << 20);
  }

  @Test
  void shouldSayWhichProtocolKnowsCopiesAndNames() {
    assertThat(problems("{kafka: {bootstrap: 'a:1'}, streams: {standbyReplicas: 1}}"))
        .singleElement()
        .asString()
        .contains("standbyReplicas: allowed with groupProtocol classic", "on the broker");
    assertThat(
            problems("{kafka: {bootstrap: 'a:1'}, streams: {properties: {group.instance.id: x}}}"))
        .singleElement()
        .asString()
        .contains("group.instance.id is allowed with groupProtocol classic only");
    assertThat(problems("{kafka: {bootstrap: 'a:1'}, streams: {stateMemory: 1 MiB}}"))
        .singleElement()
        .asString()
        .contains("streams.stateMemory", "allowed: 16 MiB to 1024 GiB");
  }

  @Test
  void shouldSayThatTheBrokersAreMissing() {
    assertThat(problems("topics:\n  prefix: a.\n"))
        .singleElement()
        .asString()
        .contains("kafka.bootstrap: is missing; allowed: HOST:PORT");
    assertThat(problems("")).hasSize(1);
  }

  @Test
  void shouldSayWhereTheTextIsNoYaml() {
    assertThat(problems("kafka:\n  bootstrap: [a\n"))
        .singleElement()
        .asString()
        .contains("is no valid YAML");
  }

  @Test
  void shouldSayWhichSecretIsNotThere() {
    assertThat(problems("kafka:\n  bootstrap: ${env:NOT_SET}\n"))
        .anyMatch(problem -> problem.contains(":2: kafka.bootstrap: the environment variable NOT"));
  }

  @Test
  void shouldRefuseHalfALogin() {
    assertThat(problems("kafka: {bootstrap: 'a:1'}\nschemaRegistry: {user: x}\n"))
        .singleElement()
        .asString()
        .contains(":2: schemaRegistry", "either user and password");
  }

  @Test
  void shouldLetInTheTokensThatAreConfigured() throws IOException {
    String digest = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
    String tokens = "tokens: [{name: night-watch, role: operator, sha256: " + digest + "}]";
    Access access = read("{kafka: {bootstrap: 'a:1'}, access: {" + tokens + "}}").access().access();
    assertThat(access.authority().principal("secret"))
        .contains(new Principal("night-watch", Role.OPERATOR));
    assertThat(access.authority().principal("other")).isEmpty();
  }

  @Test
  void shouldLetNobodyInUnlessToldOtherwise() throws IOException {
    Access access = read("kafka: {bootstrap: 'a:1'}").access().access();
    assertThat(access.authority().principal("")).isEmpty();
  }

  @Test
  void shouldListEveryProblemOfAccessWithoutTellingAToken() {
    assertThat(
            problems(
                """
                kafka: {bootstrap: 'a:1'}
                access:
                  requestsPerSecond: 0
                  tokens:
                    - name: one
                      role: boss
                      sha256: my-plain-token
                  oidc:
                    issuer: https://login.example.org
                    audience: rampart
                    jwksUrl: http://login.example.org/jwks.json
                    roleNames: {staff: boss}
                """))
        .satisfiesExactly(
            one -> assertThat(one).contains(":3: access.requestsPerSecond: found 0"),
            two -> assertThat(two).contains(":6: access.tokens.0.role: found boss; allowed: vie"),
            three -> assertThat(three).contains(":7: access.tokens.0.sha256: allowed: the SHA-256"),
            four -> assertThat(four).contains(":11: access.oidc.jwksUrl: allowed: an address w"),
            five -> assertThat(five).contains(":12: access.oidc.roleNames: allowed roles: vi"))
        .noneMatch(problem -> problem.contains("my-plain-token"));
  }

  @Test
  void shouldSayThatThereIsNoFile() {
    CommandFailure failure =
        catchThrowableOfType(
            CommandFailure.class,
            () -> new ConfigurationReader(Map.of()).read(folder.resolve("none.yml")));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(failure.problems()).singleElement().asString().endsWith("none.yml: no such file");
  }

  private RampartConfiguration read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("rampart.yml"), text);
    return new ConfigurationReader(Map.of("REGISTRY_PASSWORD", "from env")).read(file);
  }

  private List<String> problems(String text) {
    CommandFailure failure = catchThrowableOfType(CommandFailure.class, () -> read(text));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    return failure.problems();
  }
}
