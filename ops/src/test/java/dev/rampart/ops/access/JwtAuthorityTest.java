package dev.rampart.ops.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.rampart.ops.http.ProblemException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of a provider whose keys are served over HTTP. */
class JwtAuthorityTest {
  private static final String ISSUER = "https://login.example.org";
  private static final Principal ANN = new Principal("ann", Role.ANALYST);

  private final AtomicReference<String> keys = new AtomicReference<>("");

  @SuppressWarnings("NullAway.Init") // set before each test
  private HttpServer provider;

  @SuppressWarnings("NullAway.Init") // set before each test
  private ECKey key;

  @SuppressWarnings("NullAway.Init") // set before each test
  private JwtAuthority authority;

  @BeforeEach
  void start() throws Exception {
    key = key("first");
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/jwks.json",
        exchange -> {
          byte[] answer = String.valueOf(keys.get()).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    provider.start();
    URI address = URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/jwks.json");
    authority =
        new JwtAuthority(
            new OidcSettings(
                ISSUER,
                address,
                "rampart",
                "sub",
                "realm.roles",
                Map.of("safety", Role.ANALYST, "watchers", Role.VIEWER)));
  }

  private ECKey key(String id) throws Exception {
    ECKey made = new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    keys.set(new JWKSet(made).toString());
    return made;
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  @Test
  void shouldLetInWhomTheProviderSignedFor() throws Exception {
    assertThat(authority.principal(signed(claims().build()))).contains(ANN);
  }

  @Test
  void shouldTakeTheHighestOfSeveralRoles() throws Exception {
    assertThat(authority.principal(signed(withRoles("watchers", "safety", "staff")))).contains(ANN);
    assertThat(authority.principal(signed(withRoles("staff")))).isEmpty();
  }

  @Test
  void shouldFetchKeysAgainWhenTheyAreChanged() throws Exception {
    assertThat(authority.principal(signed(claims().build()))).contains(ANN);
    key = key("second");
    assertThat(authority.principal(signed(claims().build()))).contains(ANN);
  }

  @Test
  void shouldRefuseAKeyThatIsNotTheProviders() throws Exception {
    String known = keys.get();
    key = key("first");
    keys.set(known);
    assertThat(authority.principal(signed(claims().build()))).isEmpty();
  }

  @Test
  void shouldRefuseWhatIsOverOrMeantForOthers() throws Exception {
    Date past = Date.from(Instant.now().minus(Duration.ofHours(1)));
    Date future = Date.from(Instant.now().plus(Duration.ofHours(1)));
    assertThat(authority.principal(signed(claims().expirationTime(past).build()))).isEmpty();
    assertThat(authority.principal(signed(claims().notBeforeTime(future).build()))).isEmpty();
    assertThat(authority.principal(signed(claims().expirationTime(null).build()))).isEmpty();
    assertThat(authority.principal(signed(claims().audience("other").build()))).isEmpty();
    assertThat(authority.principal(signed(claims().issuer("https://evil").build()))).isEmpty();
    assertThat(authority.principal(signed(claims().subject(null).build()))).isEmpty();
  }

  @Test
  void shouldLetNobodyActAsRampartItself() throws Exception {
    assertThat(authority.principal(signed(claims().subject("rampart").build()))).isEmpty();
  }

  @Test
  void shouldRefuseWhatNobodySigned() {
    assertThat(authority.principal(new PlainJWT(claims().build()).serialize())).isEmpty();
    assertThat(authority.principal("a.b.c")).isEmpty();
    assertThat(authority.principal("")).isEmpty();
  }

  @Test
  void shouldRefuseASignatureMadeWithThePublicKey() throws Exception {
    byte[] secret = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build();
    assertThat(authority.principal(signed(header, new MACSigner(secret), claims().build())))
        .isEmpty();
  }

  @Test
  void shouldSayThatKeysCannotBeFetchedAndNotThatTheTokenIsWrong() throws Exception {
    provider.stop(0);
    String token = signed(claims().build());
    assertThatThrownBy(() -> authority.principal(token))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.problem().status()).isEqualTo(503));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject("ann")
        .audience("rampart")
        .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
        .claim("realm", Map.of("roles", List.of("safety")));
  }

  private static JWTClaimsSet withRoles(String... roles) {
    return claims().claim("realm", Map.of("roles", List.of(roles))).build();
  }

  private String signed(JWTClaimsSet claims) throws Exception {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(JOSEObjectType.JWT)
            .keyID(key.getKeyID())
            .build();
    return signed(header, new ECDSASigner(key), claims);
  }

  private static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet claims)
      throws Exception {
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }
}
