package dev.rampart.ops.access;

import dev.rampart.ops.http.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Lets in who shows a token that stands for somebody. A token in an address is not looked at. */
final class BearerFilter implements ContainerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Authority authority;

  BearerFilter(Authority authority) {
    this.authority = authority;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Principal> principal = token(request).flatMap(authority::principal);
    principal.ifPresentOrElse(
        known -> request.setSecurityContext(new KnownCaller(known, request.getSecurityContext())),
        () -> request.abortWith(refusal()));
  }

  private static Optional<String> token(ContainerRequestContext request) {
    return Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).trim());
  }

  private static Response refusal() {
    return Problem.of(401, "required is 'Authorization: Bearer TOKEN' with a token that is valid")
        .response()
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"rampart\"")
        .build();
  }
}
