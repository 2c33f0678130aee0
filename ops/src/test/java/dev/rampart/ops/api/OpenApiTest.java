package dev.rampart.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The checked-in description of the API, {@code ops/openapi.yaml}. */
class OpenApiTest {
  private static final String WRITE = "rampart.openapi";

  @BeforeAll
  static void writeAgainWhereAsked() throws IOException {
    if ("write".equals(System.getProperty(WRITE))) {
      Files.writeString(Contract.FILE, Contract.generated());
    }
  }

  @Test
  void shouldDescribeTheResourcesAsTheyAre() throws IOException {
    assertThat(Contract.generated())
        .as(
            "ops/openapi.yaml is not what the resources say. Where the change is wanted: ./mvnw -pl"
                + " ops -am test -Dtest=OpenApiTest -D%s=write"
                + " -Dsurefire.failIfNoSpecifiedTests=false",
            WRITE)
        .isEqualTo(Files.readString(Contract.FILE));
  }

  @Test
  void shouldNameThePermissionOfEveryEndpointButTheDescriptionItself() throws IOException {
    assertThat(Contract.endpoints())
        .filteredOn(endpoint -> endpoint.permission().isEmpty())
        .extracting(Contract.Endpoint::path)
        .containsExactly("/v1/openapi.yaml");
  }
}
