package dev.rampart.ops.api;

import dev.rampart.ops.access.Open;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The description of this API, as checked in; the same for everybody. */
@Path("/v1/openapi.yaml")
public final class OpenApiResource {
  private static final String FILE = "openapi.yaml";

  @GET
  @Open
  @Produces("application/yaml")
  @Operation(operationId = "openApi", summary = "This description")
  public String openApi() throws IOException {
    try (InputStream in = OpenApiResource.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
