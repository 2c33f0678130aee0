package dev.rampart.ops.api;

import dev.rampart.ops.access.Mask;
import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.access.Principal;
import dev.rampart.ops.explain.ActionView;
import dev.rampart.ops.explain.DecisionItem;
import dev.rampart.ops.explain.Explainer;
import dev.rampart.ops.explain.Explanation;
import dev.rampart.ops.explain.LedgerStory;
import dev.rampart.ops.feed.DecisionFeed;
import dev.rampart.ops.feed.DecisionFilter;
import dev.rampart.ops.feed.DecisionPage;
import dev.rampart.ops.http.Page;
import dev.rampart.ops.http.ProblemException;
import dev.rampart.schemas.Decision;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The newest decisions, and why each was made. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class DecisionsResource {
  private final DecisionFeed feed;
  private final Explainer explainer;
  private final Mask mask;
  private final Witness witness;

  DecisionsResource(DecisionFeed feed, Explainer explainer, Mask mask, Witness witness) {
    this.feed = feed;
    this.explainer = explainer;
    this.mask = mask;
    this.witness = witness;
  }

  /** Why a text is revealed. */
  public record Reveal(@NotBlank @Size(max = Change.LONGEST_REASON) String reason) {}

  /** The text of a message. */
  public record RevealedText(String text) {}

  @GET
  @Path("decisions")
  @Needs(Permission.VIEW)
  @Operation(operationId = "decisions", summary = "The newest decisions, the newest first")
  public Page<DecisionItem> decisions(
      @Auth Principal caller,
      @BeanParam DecisionQuery query,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit) {
    DecisionFilter filter = query.filter();
    if (filter.subject() != null) {
      caller.require(Permission.IDENTIFY);
    }
    DecisionPage page = feed.page(filter, cursor(after), limit);
    return new Page<>(
        page.decisions().stream().map(each -> DecisionItem.of(each, mask.of(caller))).toList(),
        page.next().isPresent() ? Long.toString(page.next().getAsLong()) : null);
  }

  private static OptionalLong cursor(@Nullable String after) {
    if (after == null || after.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(after));
    } catch (NumberFormatException wrong) {
      throw ProblemException.wrongInput(
          "after: found '%s', allowed is a cursor that a page gave as next".formatted(after));
    }
  }

  @GET
  @Path("decisions/{id}")
  @Needs(Permission.VIEW)
  @Operation(
      operationId = "explain",
      summary = "Why an event was decided as it was; takes the id of an event or of an action")
  public Explanation explain(
      @Auth Principal caller, @PathParam("id") String id, @Context HttpHeaders headers) {
    return explainer.explain(explainer.find(id), StoresResource.hop(headers), mask.of(caller));
  }

  @GET
  @Path("decisions/{id}/ledger")
  @Needs(Permission.VIEW)
  @Operation(
      operationId = "ledgerAround",
      summary = "The account's ledger before and after an event, in numbers")
  public LedgerStory ledger(@PathParam("id") String id, @Context HttpHeaders headers) {
    return explainer.ledger(explainer.find(id), StoresResource.hop(headers));
  }

  @POST
  @Path("decisions/{id}/reveal")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Permission.REVEAL)
  @Operation(operationId = "reveal", summary = "The text of a message; the audit is told first")
  public RevealedText reveal(
      @Auth Principal caller, @PathParam("id") String id, @NotNull @Valid Reveal reveal) {
    Decision decision = explainer.find(id);
    witness.note(
        caller, "text.reveal", "message:" + decision.getEventId(), reveal.reason(), Map.of());
    return new RevealedText(explainer.text(decision));
  }

  @GET
  @Path("actions/{id}")
  @Needs(Permission.VIEW)
  @Operation(operationId = "action", summary = "An action, and what became of it")
  public ActionView action(@Auth Principal caller, @PathParam("id") String id) {
    try {
      return explainer.action(UUID.fromString(id), mask.of(caller));
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.notFound("found '%s', which is no id of an action".formatted(id));
    }
  }
}
