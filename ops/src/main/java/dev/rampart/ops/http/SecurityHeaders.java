package dev.rampart.ops.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Headers on every answer of the service port: only files of the service itself run and load in a
 * browser, no page frames it, nothing guesses a type, and no answer of the API is kept.
 */
public final class SecurityHeaders implements Filter {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
              + " form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (response instanceof HttpServletResponse answer) {
      HEADERS.forEach(answer::setHeader);
      answer.setHeader("Cache-Control", isApi(request) ? "no-store" : "no-cache");
    }
    chain.doFilter(request, response);
  }

  private static boolean isApi(ServletRequest request) {
    return request instanceof HttpServletRequest call && call.getRequestURI().startsWith("/v1/");
  }
}
