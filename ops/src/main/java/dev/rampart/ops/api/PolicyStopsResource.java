package dev.rampart.ops.api;

import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.access.Principal;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.policies.Desk;
import dev.rampart.ops.policies.RollbackDesk;
import dev.rampart.ops.policies.RolledBack;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Ways to stop a policy that does wrong: at once, or by bringing the version before back. */
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PolicyStopsResource {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Desk desk;
  private final RollbackDesk rollbacks;

  PolicyStopsResource(Desk desk, RollbackDesk rollbacks) {
    this.desk = desk;
    this.rollbacks = rollbacks;
  }

  /**
   * A rollback.
   *
   * @param to version to make live, which was live before; null for the one that was live last
   * @param reverse whether to take back what the withdrawn version alone is behind
   */
  public record RollbackChange(
      @NotBlank @Size(max = Change.LONGEST_REASON) String reason,
      @Nullable @Min(1) Integer to,
      @Nullable Boolean reverse,
      @Nullable Boolean dryRun) {}

  /** Whether a policy, or all of them, are stopped, or would be. */
  public record Stopped(String policy, boolean stopped, boolean dryRun) {}

  @POST
  @Path("/{id}/rollback")
  @Needs(Permission.PUBLISH)
  @Operation(
      operationId = "rollBackPolicy",
      summary = "Withdraws the canary, or else the live version, whose predecessor comes back")
  public RolledBack rollBack(
      @Auth Principal caller, @PathParam("id") String policy, @NotNull @Valid RollbackChange change)
      throws InterruptedException {
    Integer to = change.to();
    return rollbacks.rollBack(
        policy,
        to == null ? OptionalInt.empty() : OptionalInt.of(to),
        Boolean.TRUE.equals(change.reverse()),
        SOON,
        Signature.of(caller, change.reason()),
        Change.rehearsed(change.dryRun()));
  }

  @POST
  @Path("/{id}/kill")
  @Needs(Permission.OPERATE)
  @Operation(
      operationId = "killPolicy",
      summary = "Stops a policy at once, or with `all` every one; it goes on recording")
  public Stopped kill(
      @Auth Principal caller, @PathParam("id") String policy, @NotNull @Valid Change change) {
    return set(caller, policy, true, change);
  }

  @POST
  @Path("/{id}/revive")
  @Needs(Permission.OPERATE)
  @Operation(operationId = "revivePolicy", summary = "Takes a kill switch back")
  public Stopped revive(
      @Auth Principal caller, @PathParam("id") String policy, @NotNull @Valid Change change) {
    return set(caller, policy, false, change);
  }

  private Stopped set(Principal caller, String policy, boolean stop, Change change) {
    desk.kill(policy, stop, Signature.of(caller, change.reason()), change.rehearsed());
    return new Stopped(policy, stop, change.rehearsed());
  }
}
