package dev.rampart.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.access.Permission;
import dev.rampart.ops.access.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of {@code ops/openapi.yaml} with every role, over HTTP. */
class EveryEndpointRefusesTheWrongRoleTest {
  private static final List<Integer> REFUSALS = List.of(401, 403);

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // set before the first test
  private static ServedInstance served;

  @BeforeAll
  static void start() throws InterruptedException {
    served = new ServedInstance(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
  }

  static Stream<Contract.Endpoint> lockedEndpoints() throws IOException {
    return Contract.endpoints().stream().filter(endpoint -> endpoint.permission().isPresent());
  }

  static Stream<Arguments> endpointsByRole() throws IOException {
    return lockedEndpoints()
        .flatMap(
            endpoint -> Arrays.stream(Role.values()).map(role -> Arguments.of(endpoint, role)));
  }

  @ParameterizedTest
  @MethodSource("lockedEndpoints")
  void shouldRefuseACallWithoutAToken(Contract.Endpoint endpoint) throws Exception {
    HttpResponse<String> answer = call(endpoint, null);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
    assertThat(call(endpoint, "not-a-token").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("endpointsByRole")
  void shouldLetInOnlyTheRolesThatMay(Contract.Endpoint endpoint, Role role) throws Exception {
    Permission permission = Permission.valueOf(endpoint.permission().orElseThrow());
    HttpResponse<String> answer = call(endpoint, served.token(role));
    if (role.may(permission)) {
      assertThat(answer.statusCode()).as(answer.body()).isNotIn(REFUSALS);
    } else {
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains(permission.name());
    }
  }

  /** An empty change gives no reason, so that nobody's call changes anything. */
  private static HttpResponse<String> call(Contract.Endpoint endpoint, @Nullable String token)
      throws Exception {
    String path = endpoint.path().replaceAll("\\{[^}]+}", "1");
    return served.call(endpoint.method(), path, token, body(endpoint));
  }

  private static @Nullable String body(Contract.Endpoint endpoint) {
    return endpoint.method().equals("GET") ? null : "{}";
  }
}
