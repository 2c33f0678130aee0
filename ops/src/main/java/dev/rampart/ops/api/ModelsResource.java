package dev.rampart.ops.api;

import dev.rampart.classifiers.ModelId;
import dev.rampart.classifiers.ModelRole;
import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.access.Principal;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.http.Page;
import dev.rampart.ops.http.ProblemException;
import dev.rampart.ops.operation.ModelDesk;
import dev.rampart.ops.operation.ModelLine;
import dev.rampart.ops.operation.ModelVersion;
import dev.rampart.ops.operation.ServedModels;
import dev.rampart.ops.serving.Lineup;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Models: how they serve on this instance, and which versions serve on every one. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ModelsResource {
  private final ServedModels models;
  private final ModelDesk desk;

  ModelsResource(ServedModels models, ModelDesk desk) {
    this.models = models;
    this.desk = desk;
  }

  /**
   * A role for a version.
   *
   * @param share of the accounts that a canary takes, more than 0 and at most 1
   */
  public record RoleChange(
      @NotNull ModelRole role,
      @Nullable Double share,
      @NotBlank @Size(max = Change.LONGEST_REASON) String reason,
      @Nullable Boolean dryRun) {
    double shareOf() {
      if (role != ModelRole.CANARY) {
        return 1;
      }
      if (share == null) {
        throw ProblemException.wrongInput(
            "share: found nothing, required for a canary, more than 0 and at most 1");
      }
      return share;
    }
  }

  @GET
  @Needs(Permission.VIEW)
  @Operation(operationId = "models", summary = "The models that this instance serves")
  public Page<ModelLine> models() {
    return Page.of(models.list());
  }

  @GET
  @Path("/{name}/versions")
  @Needs(Permission.VIEW)
  @Operation(
      operationId = "modelVersions",
      summary = "Versions of a model in the repository of this instance, and how they serve")
  public Page<ModelVersion> versions(@PathParam("name") String name) {
    return Page.of(desk.versions(name));
  }

  @PUT
  @Path("/{name}/versions/{version}")
  @Needs(Permission.OPERATE)
  @Operation(
      operationId = "assignModel",
      summary = "Makes a version live, canary or shadow on every instance")
  public Lineup assign(
      @Auth Principal caller,
      @PathParam("name") String name,
      @PathParam("version") String version,
      @NotNull @Valid RoleChange change) {
    return desk.assign(
        new ModelId(name, version),
        change.role(),
        change.shareOf(),
        Signature.of(caller, change.reason()),
        Change.rehearsed(change.dryRun()));
  }

  @DELETE
  @Path("/{name}/versions/{version}")
  @Needs(Permission.OPERATE)
  @Operation(
      operationId = "withdrawModel",
      summary = "Takes a canary or a shadow out on every instance")
  public Lineup withdraw(
      @Auth Principal caller,
      @PathParam("name") String name,
      @PathParam("version") String version,
      @NotNull @Valid Change change) {
    return desk.withdraw(
        new ModelId(name, version), Signature.of(caller, change.reason()), change.rehearsed());
  }
}
