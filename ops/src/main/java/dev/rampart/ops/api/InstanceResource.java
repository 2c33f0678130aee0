package dev.rampart.ops.api;

import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.access.Principal;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.http.Page;
import dev.rampart.ops.operation.InstanceState;
import dev.rampart.ops.operation.LoggerLevels;
import dev.rampart.ops.operation.LoggerLevels.LoggerLevel;
import dev.rampart.ops.operation.PauseSwitch;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What an operator sees and changes on this instance, without restarting it. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class InstanceResource {
  private final PauseSwitch pauses;
  private final LoggerLevels levels;

  InstanceResource(PauseSwitch pauses, LoggerLevels levels) {
    this.pauses = pauses;
    this.levels = levels;
  }

  /** A logger and the level that it is to have, INHERIT for that of the one above. */
  public record LevelChange(
      @NotBlank @Size(max = 200) String logger,
      @NotBlank @Size(max = 20) String level,
      @NotBlank @Size(max = Change.LONGEST_REASON) String reason) {}

  @POST
  @Path("/pause")
  @Needs(Permission.OPERATE)
  @Operation(
      operationId = "pause",
      summary = "Stops this instance from processing; it keeps its partitions")
  public InstanceState pause(@Auth Principal caller, @NotNull @Valid Change change) {
    if (change.rehearsed()) {
      return new InstanceState("PAUSED");
    }
    pauses.pause(Signature.of(caller, change.reason()));
    return new InstanceState(pauses.state());
  }

  @POST
  @Path("/resume")
  @Needs(Permission.OPERATE)
  @Operation(operationId = "resume", summary = "Lets this instance go on")
  public InstanceState resume(@Auth Principal caller, @NotNull @Valid Change change) {
    if (change.rehearsed()) {
      return new InstanceState("RUNNING");
    }
    pauses.resume(Signature.of(caller, change.reason()));
    return new InstanceState(pauses.state());
  }

  @GET
  @Path("/log-levels")
  @Needs(Permission.OPERATE)
  @Operation(operationId = "logLevels", summary = "Loggers that have a level of their own")
  public Page<LoggerLevel> levels() {
    return Page.of(levels.list());
  }

  @PUT
  @Path("/log-levels")
  @Needs(Permission.OPERATE)
  @Operation(operationId = "changeLogLevel", summary = "Gives a logger of this instance a level")
  public LoggerLevel setLevel(@Auth Principal caller, @NotNull @Valid LevelChange change) {
    return levels.set(change.logger(), change.level(), Signature.of(caller, change.reason()));
  }
}
