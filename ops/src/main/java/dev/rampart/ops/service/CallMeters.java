package dev.rampart.ops.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;

/**
 * Takes the time of the calls of the API. Labels are what the API has, never what a caller sent:
 * the path is the resource's template, an unknown method is {@code other}. Safe for use by many
 * threads.
 */
@PreMatching
final class CallMeters implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String START = CallMeters.class.getName();
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");
  private static final Duration[] TIMES = {
    Duration.ofMillis(5),
    Duration.ofMillis(15),
    Duration.ofMillis(80),
    Duration.ofMillis(500),
    Duration.ofSeconds(2)
  };

  private final MeterRegistry meters;

  CallMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(START, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(START) instanceof Long start) {
      timer(request, response).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }

  private Timer timer(ContainerRequestContext request, ContainerResponseContext response) {
    String method = request.getMethod();
    return Timer.builder("rampart.http.calls")
        .description("Time of a call of the API, until its answer begins")
        .tag("method", METHODS.contains(method) ? method : "other")
        .tag("path", template(request))
        .tag("status", Integer.toString(response.getStatus()))
        .serviceLevelObjectives(TIMES)
        .register(meters);
  }

  /** As the resource writes it, {@code /v1/decisions/{event_id}}; {@code none} where none is. */
  private static String template(ContainerRequestContext request) {
    List<UriTemplate> matched = ((ExtendedUriInfo) request.getUriInfo()).getMatchedTemplates();
    StringBuilder path = new StringBuilder();
    for (int i = matched.size() - 1; i >= 0; i--) {
      path.append(matched.get(i).getTemplate());
    }
    return path.isEmpty() ? "none" : path.toString();
  }
}
