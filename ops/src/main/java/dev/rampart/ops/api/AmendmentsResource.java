package dev.rampart.ops.api;

import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.access.Principal;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.policies.AmendmentDesk;
import dev.rampart.ops.policies.AmendmentReport;
import dev.rampart.ops.policies.AmendmentRequest;
import dev.rampart.ops.studio.StudioQueue;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
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
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Published versions applied to the past, from the decision log of this instance. */
@Path("/v1/policies/{id}/amendments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AmendmentsResource {
  private static final long BUDGET = 1_000;

  private final AmendmentDesk desk;
  private final StudioQueue queue;

  /**
   * @param queue works off what takes time
   */
  AmendmentsResource(AmendmentDesk desk, StudioQueue queue) {
    this.desk = desk;
    this.queue = queue;
  }

  /**
   * What is applied.
   *
   * @param version published, in whatever state
   * @param from first event time
   * @param to event time before which to stop
   * @param budget most actions, reviews not counted; 1,000 unless told otherwise
   * @param reviewOver whether what goes over the budget is reviewed; otherwise nothing is done
   */
  public record Wanted(
      @NotNull @Min(1) Integer version,
      @NotNull Instant from,
      @NotNull Instant to,
      @Nullable @Min(1) @Max(AmendmentRequest.MOST_ACTIONS) Long budget,
      @Nullable Boolean reviewOver,
      @NotBlank @Size(max = Change.LONGEST_REASON) String reason,
      @Nullable Boolean dryRun) {
    AmendmentRequest request(String policy) {
      return new AmendmentRequest(
          policy,
          version,
          from,
          to,
          budget == null ? BUDGET : budget,
          Boolean.TRUE.equals(reviewOver));
    }
  }

  @POST
  @Needs(Permission.PUBLISH)
  @Operation(
      operationId = "amendPast",
      summary = "Does what a version would have done and the past lacks",
      description = "Where four eyes are asked for it is proposed, and waits for a second person.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AmendmentReport.class)))
  public CompletionStage<AmendmentReport> apply(
      @Auth Principal caller, @PathParam("id") String policy, @NotNull @Valid Wanted wanted) {
    AmendmentRequest request = wanted.request(policy);
    Signature by = Signature.of(caller, wanted.reason());
    return queue.submit(() -> desk.apply(request, by, Change.rehearsed(wanted.dryRun())));
  }

  @POST
  @Path("/{amendment}/approve")
  @Needs(Permission.PUBLISH)
  @Operation(
      operationId = "approveAmendment",
      summary = "Approves what another proposed, as long as the past is what it was then")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AmendmentReport.class)))
  public CompletionStage<AmendmentReport> approve(
      @Auth Principal caller,
      @PathParam("id") String policy,
      @PathParam("amendment") String amendment,
      @NotNull @Valid Change change) {
    Signature by = Signature.of(caller, change.reason());
    return queue.submit(() -> desk.approve(policy, amendment, by, change.rehearsed()));
  }

  @POST
  @Path("/{amendment}/reverse")
  @Needs(Permission.PUBLISH)
  @Operation(operationId = "reverseAmendment", summary = "Takes back what an amendment did")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AmendmentReport.class)))
  public CompletionStage<AmendmentReport> reverse(
      @Auth Principal caller,
      @PathParam("id") String policy,
      @PathParam("amendment") String amendment,
      @NotNull @Valid Change change) {
    Signature by = Signature.of(caller, change.reason());
    return queue.submit(() -> desk.reverse(policy, amendment, by, change.rehearsed()));
  }
}
