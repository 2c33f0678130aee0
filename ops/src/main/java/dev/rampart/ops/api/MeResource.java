package dev.rampart.ops.api;

import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.access.Principal;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Who the caller is, so that a page shows only what the caller may do. */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {
  /**
   * The caller.
   *
   * @param name as the audit tells it
   * @param role {@code viewer} for instance
   * @param permissions what the role may do
   */
  public record Me(String name, String role, List<Permission> permissions) {}

  @GET
  @Needs(Permission.VIEW)
  @Operation(operationId = "me", summary = "Who the caller is, and may do")
  public Me me(@Auth Principal caller) {
    return new Me(caller.name(), caller.role().word(), List.copyOf(caller.role().permissions()));
  }
}
