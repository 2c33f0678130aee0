package dev.rampart.ops.service;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers a probe: 200 when all is well, 503 otherwise, and the state as text. */
final class ProbeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Supplier<Health> health;
  private final transient Predicate<Health> good;

  ProbeServlet(Supplier<Health> health, Predicate<Health> good) {
    this.health = health;
    this.good = good;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Health now = health.get();
    response.setStatus(
        good.test(now) ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("text/plain;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().println(now.state());
  }
}
