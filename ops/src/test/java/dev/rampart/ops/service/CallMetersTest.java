package dev.rampart.ops.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.ops.config.RampartConfiguration;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallMetersTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void shouldNameWhatTheApiHasAndNeverWhatACallerSent() throws Exception {
    RampartConfiguration configuration = RampartConfiguration.onPorts(0, 0);
    try (Meters meters = new Meters();
        OpsService service =
            OpsService.start(
                configuration,
                configuration.access().access(),
                meters.registry(),
                () -> new Health(true, true, "RUNNING"),
                List.of(new ThingResource()))) {
      call(service, "GET", "/v1/things/user-42");
      call(service, "PATCH", "/v1/things/user-42");
      call(service, "GET", "/v1/user-42");

      String text = meters.registry().scrape();
      assertThat(text)
          .contains(
              "rampart_http_calls_seconds_count{method=\"GET\",path=\"/v1/things/{id}\",status=\"401\"} 1",
              "method=\"other\"",
              "path=\"none\"")
          .doesNotContain("user-42", "PATCH");
    }
  }

  private void call(OpsService service, String method, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + service.servicePort() + path);
    var unused =
        client.send(
            HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            BodyHandlers.discarding());
  }

  /** A resource with an id in its path. */
  @Path("/v1/things")
  public static final class ThingResource {
    @GET
    @Path("/{id}")
    public String thing(@PathParam("id") String id) {
      return id;
    }
  }
}
