package dev.rampart.ops.api;

import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.access.Principal;
import dev.rampart.ops.audit.Signature;
import dev.rampart.ops.http.Page;
import dev.rampart.ops.lists.ListDesk;
import dev.rampart.ops.lists.ListName;
import dev.rampart.ops.lists.ListedLine;
import dev.rampart.schemas.ListedEntry;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries of reputation lists that every instance takes without a restart. */
@Path("/v1/lists/entries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ListsResource {
  private static final int LONGEST_LIST = 200;
  private static final int LONGEST_ENTRY = 1000;

  private final ListDesk desk;

  ListsResource(ListDesk desk) {
    this.desk = desk;
  }

  /**
   * What to list.
   *
   * @param list {@code domains/partner-feed} for instance
   * @param entry a host, a hash or some words
   * @param listedAt first moment of event time at which it is listed; a second from now unless told
   * @param delistedAt first moment at which it is listed no more; null for one that stays
   */
  public record Listing(
      @NotBlank @Size(max = LONGEST_LIST) String list,
      @NotBlank @Size(max = LONGEST_ENTRY) String entry,
      @Nullable Instant listedAt,
      @Nullable Instant delistedAt,
      @NotBlank @Size(max = Change.LONGEST_REASON) String reason,
      @Nullable Boolean dryRun) {}

  /**
   * What to list no more.
   *
   * @param delistedAt first moment of event time; a second from now unless told
   */
  public record Delisting(
      @NotBlank @Size(max = LONGEST_LIST) String list,
      @NotBlank @Size(max = LONGEST_ENTRY) String entry,
      @Nullable Instant delistedAt,
      @NotBlank @Size(max = Change.LONGEST_REASON) String reason,
      @Nullable Boolean dryRun) {}

  @GET
  @Needs(Permission.VIEW)
  @Operation(
      operationId = "listedEntries",
      summary = "What the topic lists or listed, and who changed it last")
  public Page<ListedLine> entries(
      @QueryParam("list") @Nullable String list,
      @QueryParam("after") @DefaultValue("") String after,
      @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit) {
    List<ListedEntry> found =
        desk.entries().stream()
            .filter(entry -> list == null || list.equals(entry.getList()))
            .filter(entry -> ListName.of(entry).key().compareTo(after) > 0)
            .limit(limit + 1L)
            .toList();
    List<ListedEntry> page = found.subList(0, Math.min(limit, found.size()));
    String next = found.size() > limit ? ListName.of(found.get(limit - 1)).key() : null;
    return new Page<>(page.stream().map(ListedLine::of).toList(), next);
  }

  @POST
  @Needs(Permission.PUBLISH)
  @Operation(operationId = "list", summary = "Puts an entry on a list, from a moment on")
  public ListedLine put(@Auth Principal caller, @NotNull @Valid Listing listing) {
    return ListedLine.of(
        desk.put(
            ListName.of(listing.list(), listing.entry()),
            Optional.ofNullable(listing.listedAt()),
            Optional.ofNullable(listing.delistedAt()),
            Signature.of(caller, listing.reason()),
            Change.rehearsed(listing.dryRun())));
  }

  @DELETE
  @Needs(Permission.PUBLISH)
  @Operation(
      operationId = "delist",
      summary = "Withdraws an entry: it still counts for the events of its time")
  public ListedLine withdraw(@Auth Principal caller, @NotNull @Valid Delisting delisting) {
    return ListedLine.of(
        desk.withdraw(
            ListName.of(delisting.list(), delisting.entry()),
            Optional.ofNullable(delisting.delistedAt()),
            Signature.of(caller, delisting.reason()),
            Change.rehearsed(delisting.dryRun())));
  }
}
