package dev.rampart.ops.bench.service;

import dev.rampart.ops.access.Access;
import dev.rampart.ops.access.Mask;
import dev.rampart.ops.access.OneTimeToken;
import dev.rampart.ops.access.RateLimit;
import dev.rampart.ops.access.TokenBook;
import dev.rampart.ops.api.Api;
import dev.rampart.ops.api.ApiParts;
import dev.rampart.ops.config.RampartConfiguration;
import dev.rampart.ops.inspect.Interconnect;
import dev.rampart.ops.pipeline.Instance;
import dev.rampart.ops.pipeline.Sources;
import dev.rampart.ops.service.Meters;
import dev.rampart.ops.service.OpsService;
import dev.rampart.schemas.registry.SchemaRegistry;
import dev.rampart.topology.PipelineSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An instance with its service, in this process. */
public final class Served implements AutoCloseable {
  private static final int CALLS_PER_SECOND = 10_000;

  private final String address;
  private final Meters meters;
  private final Instance instance;
  private final Api api;
  private final OpsService service;

  private Served(String address, Meters meters, Instance instance, Api api, OpsService service) {
    this.address = address;
    this.meters = meters;
    this.instance = instance;
    this.api = api;
    this.service = service;
  }

  /** Starts the instance on a free port; it may not process yet when this returns. */
  public static Served start(PipelineSettings settings, SchemaRegistry registry, OneTimeToken token)
      throws IOException {
    int port = freePort();
    String address = "127.0.0.1:" + port;
    PipelineSettings advertised = settings.advertising(address);
    Meters meters = new Meters();
    Instance instance =
        Instance.start(advertised, Sources.shipped(), registry, meters.registry(), () -> {});
    Map<String, Object> client = new HashMap<>(settings.kafka());
    Api api =
        Api.over(
            new ApiParts(
                advertised,
                Sources.shipped(),
                client,
                registry,
                meters.registry(),
                instance,
                Optional.empty(),
                new Mask(),
                Interconnect.plain()));
    OpsService service =
        OpsService.start(
            RampartConfiguration.onPorts(port, 0),
            new Access(new TokenBook(List.of(token.entry())), new RateLimit(CALLS_PER_SECOND)),
            meters.registry(),
            instance::health,
            api.resources());
    return new Served(address, meters, instance, api, service);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** {@code HOST:PORT} of the service. */
  public String address() {
    return address;
  }

  /** The pipeline. */
  public Instance instance() {
    return instance;
  }

  @Override
  public void close() {
    service.close();
    api.close();
    instance.close();
    meters.close();
  }
}
