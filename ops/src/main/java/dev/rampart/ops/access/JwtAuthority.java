package dev.rampart.ops.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.rampart.ops.http.ProblemException;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in tokens that the configured provider signed for this installation and that are not over.
 * Only asymmetric signatures count, so that nobody signs with a public key. The provider's keys are
 * fetched again when a token names a key that is not known, at most twice in half a minute, and are
 * kept for four hours where the provider cannot be reached.
 */
public final class JwtAuthority implements Authority {
  private static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);
  private static final int FETCH_LIMIT_MILLIS = 2_000;
  private static final int LARGEST_ANSWER_BYTES = 256 * 1024;
  private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofHours(4);
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final OidcSettings settings;
  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  public JwtAuthority(OidcSettings settings) {
    this.settings = settings;
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNATURES, keys(settings)));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            settings.audience(),
            new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
            Set.of(settings.nameClaim(), "exp")));
  }

  private static JWKSource<SecurityContext> keys(OidcSettings settings) {
    try {
      DefaultResourceRetriever fetcher =
          new DefaultResourceRetriever(
              FETCH_LIMIT_MILLIS, FETCH_LIMIT_MILLIS, LARGEST_ANSWER_BYTES);
      return JWKSourceBuilder.create(settings.keys().toURL(), fetcher)
          .refreshAheadCache(false)
          .retrying(true)
          .outageTolerant(KEPT_IN_AN_OUTAGE.toMillis())
          .build();
    } catch (MalformedURLException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  @Override
  public Optional<Principal> principal(String token) {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      return role(claims)
          .map(role -> new Principal(name(claims), role))
          .filter(principal -> !principal.name().equals(Principal.RAMPART));
    } catch (KeySourceException unreachable) {
      throw ProblemException.unavailable("the provider's keys cannot be fetched", RETRY);
    } catch (ParseException | BadJOSEException | JOSEException refused) {
      return Optional.empty();
    }
  }

  private String name(JWTClaimsSet claims) {
    return String.valueOf(claims.getClaim(settings.nameClaim()));
  }

  /** The highest of the roles, in the order of {@link Role}. */
  private Optional<Role> role(JWTClaimsSet claims) {
    return texts(claim(claims)).stream()
        .map(settings.roles()::get)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder());
  }

  private @Nullable Object claim(JWTClaimsSet claims) {
    Object whole = claims.getClaim(settings.rolesClaim());
    return whole != null ? whole : nested(claims.getClaims());
  }

  private @Nullable Object nested(Object claims) {
    Object at = claims;
    for (String step : settings.rolesClaim().split("\\.", -1)) {
      at = at instanceof Map<?, ?> fields ? fields.get(step) : null;
    }
    return at;
  }

  private static List<String> texts(@Nullable Object claim) {
    if (claim instanceof List<?> several) {
      return several.stream().map(String::valueOf).toList();
    }
    return claim == null ? List.of() : List.of(String.valueOf(claim).split(" ", -1));
  }
}
