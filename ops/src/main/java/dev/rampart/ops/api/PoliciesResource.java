package dev.rampart.ops.api;

import dev.rampart.actions.document.PolicyProblem;
import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.access.Principal;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.http.Page;
import dev.rampart.ops.policies.Desk;
import dev.rampart.ops.policies.LineDiff;
import dev.rampart.ops.policies.PolicyCard;
import dev.rampart.ops.policies.PolicyLine;
import dev.rampart.ops.policies.Publication;
import dev.rampart.ops.policies.Published;
import dev.rampart.ops.policies.ThresholdLine;
import dev.rampart.schemas.PolicyState;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Policies: what is in force, and the way of a version from a draft to live. */
@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PoliciesResource {
  private static final int LONGEST_DOCUMENT = 200_000;
  private static final int MOST_SECONDS = 30 * 24 * 3600;
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Desk desk;
  private final ToLongFunction<String> actions;

  /**
   * @param actions of a policy in the last hour
   */
  PoliciesResource(Desk desk, ToLongFunction<String> actions) {
    this.desk = desk;
    this.actions = actions;
  }

  /** A policy as text. */
  public record Document(@NotNull @Size(max = LONGEST_DOCUMENT) String document) {}

  /**
   * What is wrong with a policy.
   *
   * @param valid whether it can be used
   */
  public record Validation(boolean valid, List<PolicyProblem> problems) {}

  /** The lines of two versions. */
  public record Diff(List<LineDiff.Line> lines) {}

  /**
   * A version that is to come to a state.
   *
   * @param canaryShare of accounts, more than 0 to 1, with CANARY only
   * @param effectiveInSeconds from when on it holds, in seconds from now; 1 unless told otherwise
   */
  public record Version(
      @NotBlank @Size(max = LONGEST_DOCUMENT) String document,
      @NotNull PolicyState state,
      @Nullable @Positive @DecimalMax("1") Double canaryShare,
      @Nullable @Min(0) @Max(MOST_SECONDS) Integer effectiveInSeconds,
      @NotBlank @Size(max = Change.LONGEST_REASON) String reason,
      @Nullable Boolean dryRun) {
    @SuppressWarnings("UnusedMethod") // the validator asks
    @AssertTrue(message = "canary_share: required with CANARY, and with it only") private boolean isShareWhereItBelongs() {
      return (state == PolicyState.CANARY) == (canaryShare != null);
    }
  }

  @GET
  @Needs(Permission.VIEW)
  @Operation(operationId = "policies", summary = "All policies at a glance")
  public Page<PolicyLine> list() {
    return Page.of(desk.list(actions));
  }

  @GET
  @Path("/{id}")
  @Needs(Permission.VIEW)
  @Operation(operationId = "policy", summary = "A policy with all its versions")
  public PolicyCard card(@PathParam("id") String policy) {
    return desk.card(policy);
  }

  @GET
  @Path("/{id}/diff")
  @Needs(Permission.VIEW)
  @Operation(operationId = "policyDiff", summary = "What changed from one version to another")
  public Diff diff(
      @PathParam("id") String policy,
      @QueryParam("from") @Min(1) int from,
      @QueryParam("to") @Min(1) int to) {
    return new Diff(desk.diff(policy, from, to));
  }

  @GET
  @Path("/{id}/thresholds")
  @Needs(Permission.VIEW)
  @Operation(operationId = "policyThresholds", summary = "The thresholds of the live version")
  public Page<ThresholdLine> thresholds(@PathParam("id") String policy) {
    return Page.of(desk.thresholds(policy));
  }

  @POST
  @Path("/validate")
  @Needs(Permission.DRAFT)
  @Operation(operationId = "validatePolicy", summary = "What is wrong with a policy")
  public Validation validate(@NotNull @Valid Document draft) {
    List<PolicyProblem> problems = desk.validate(draft.document());
    return new Validation(problems.isEmpty(), problems);
  }

  @POST
  @Path("/{id}/versions")
  @Needs(Permission.DRAFT)
  @Operation(
      operationId = "publishPolicy",
      summary = "Brings a version to a state",
      description = "CANARY, LIVE and RETIRED, and a version that acts, need PUBLISH.")
  public Published publish(
      @Auth Principal caller, @PathParam("id") String policy, @NotNull @Valid Version version) {
    Double share = version.canaryShare();
    Publication wanted =
        new Publication(
            policy,
            version.document(),
            version.state(),
            share == null ? 0 : share,
            in(version.effectiveInSeconds()));
    return desk.publish(
        wanted,
        Signature.of(caller, version.reason()),
        caller.may(Permission.PUBLISH),
        Change.rehearsed(version.dryRun()));
  }

  @POST
  @Path("/{id}/approve")
  @Needs(Permission.PUBLISH)
  @Operation(
      operationId = "approvePolicy",
      summary = "Approves the version that waits",
      description = "Its author cannot.")
  public Published approve(
      @Auth Principal caller, @PathParam("id") String policy, @NotNull @Valid Change change) {
    return desk.approve(policy, SOON, Signature.of(caller, change.reason()), change.rehearsed());
  }

  private static Duration in(@Nullable Integer seconds) {
    return seconds == null ? SOON : Duration.ofSeconds(seconds);
  }
}
