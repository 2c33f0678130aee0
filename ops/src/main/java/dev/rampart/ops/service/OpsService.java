package dev.rampart.ops.service;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.health.HealthCheckRegistry;
import com.google.common.base.Throwables;
import dev.rampart.ops.access.Access;
import dev.rampart.ops.access.AccessFeature;
import dev.rampart.ops.access.Principal;
import dev.rampart.ops.cli.CommandFailure;
import dev.rampart.ops.http.BodyLimit;
import dev.rampart.ops.http.JsonFormat;
import dev.rampart.ops.http.ProblemMapper;
import dev.rampart.ops.http.ProblemPages;
import dev.rampart.ops.http.SecurityHeaders;
import dev.rampart.ops.http.StaticFiles;
import dev.rampart.ops.http.UnreadBody;
import dev.rampart.ops.http.ViolationMapper;
import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.core.Configuration;
import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.jetty.setup.ServletEnvironment;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.DispatcherType;
import java.net.BindException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;

/**
 * The HTTP side of an instance. On the admin port: {@code /metrics} for Prometheus, {@code /livez}
 * and {@code /readyz} for probes. On the service port: the console, and the resources that it is
 * given, each locked as {@link AccessFeature} says.
 */
public final class OpsService implements AutoCloseable {
  private static final String CONSOLE = "/console";
  private static final String SERVICE = "application";

  private final Server server;

  private OpsService(Server server) {
    this.server = server;
  }

  /**
   * Starts the service; when this returns, both ports answer.
   *
   * @param configuration its {@code server} section
   * @param access who is let in on the service port
   * @param health asked at each probe
   * @param resources Jersey resources of the service port
   */
  public static OpsService start(
      Configuration configuration,
      Access access,
      PrometheusMeterRegistry meters,
      Supplier<Health> health,
      List<?> resources) {
    Environment environment = environment(configuration);
    addAdmin(environment, meters, health);
    addFilters(environment.servlets());
    environment.jersey().register(new CallMeters(meters));
    environment.jersey().register(new ProblemMapper());
    environment.jersey().register(new ViolationMapper());
    environment.jersey().register(new UnreadBody());
    environment.jersey().register(new BodyLimit(access.mostBodyBytes()));
    environment.jersey().register(new AccessFeature(access));
    environment.jersey().register(new AuthValueFactoryProvider.Binder<>(Principal.class));
    resources.forEach(environment.jersey()::register);
    Server server = configuration.getServerFactory().build(environment);
    ConnectionBounds.limit(server, SERVICE);
    server.setErrorHandler(new ProblemPages());
    try {
      server.start();
      return new OpsService(server);
    } catch (Exception failure) {
      stop(server);
      throw explain(failure);
    }
  }

  /** Port of the service; the one that was free when the configuration says 0. */
  public int servicePort() {
    return port(SERVICE);
  }

  /** Port of metrics and health. */
  public int adminPort() {
    return port("admin");
  }

  /** Answers what is being asked, then stops. */
  @Override
  public void close() {
    stop(server);
  }

  private int port(String connector) {
    return Arrays.stream(server.getConnectors())
        .filter(each -> connector.equals(each.getName()))
        .mapToInt(each -> ((NetworkConnector) each).getLocalPort())
        .findFirst()
        .orElseThrow();
  }

  private static Environment environment(Configuration configuration) {
    if (configuration.getServerFactory() instanceof AbstractServerFactory server) {
      server.setRegisterDefaultExceptionMappers(false);
    }
    Environment environment =
        new Environment(
            "rampart",
            JsonFormat.mapper(),
            Validators.newValidatorFactory(),
            new MetricRegistry(),
            OpsService.class.getClassLoader(),
            new HealthCheckRegistry(),
            configuration);
    configuration.getServerFactory().configure(environment);
    return environment;
  }

  private static void addFilters(ServletEnvironment servlets) {
    EnumSet<DispatcherType> requests = EnumSet.of(DispatcherType.REQUEST);
    servlets
        .addFilter("headers", new SecurityHeaders())
        .addMappingForUrlPatterns(requests, true, "/*");
    servlets
        .addFilter("console", new StaticFiles(CONSOLE))
        .addMappingForUrlPatterns(requests, true, "/*");
  }

  private static void addAdmin(
      Environment environment, PrometheusMeterRegistry meters, Supplier<Health> health) {
    environment.admin().addServlet("meters", new MetricsServlet(meters)).addMapping("/metrics");
    environment
        .admin()
        .addServlet("live", new ProbeServlet(health, Health::live))
        .addMapping("/livez");
    environment
        .admin()
        .addServlet("ready", new ProbeServlet(health, Health::ready))
        .addMapping("/readyz");
    environment.healthChecks().register("pipeline", new PipelineCheck(health));
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("the ops service did not stop", failure);
    }
  }

  private static CommandFailure explain(Exception failure) {
    if (Throwables.getCausalChain(failure).stream().anyMatch(BindException.class::isInstance)) {
      return CommandFailure.wrongUsage(
          "a port of the ops service is taken or not ours: "
              + failure.getMessage()
              + "; set another under 'server' in the configuration",
          failure);
    }
    return CommandFailure.failed("the ops service did not start: " + failure.getMessage(), failure);
  }
}
