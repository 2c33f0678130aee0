package dev.rampart.ops.api;

import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.audit.AuditArchive;
import dev.rampart.ops.audit.AuditItem;
import dev.rampart.ops.audit.Verification;
import dev.rampart.ops.http.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What was changed and revealed, and whether the record of it is whole. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
  private final AuditArchive archive;

  AuditResource(AuditArchive archive) {
    this.archive = archive;
  }

  @GET
  @Needs(Permission.AUDIT)
  @Operation(operationId = "audit", summary = "Entries of the audit, the newest first")
  public Page<AuditItem> list(
      @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit,
      @QueryParam("after") @Min(0) @Nullable Long after,
      @QueryParam("entity") @Nullable String entity,
      @QueryParam("actor") @Nullable String actor) {
    return archive.page(
        new AuditArchive.Question(Optional.ofNullable(entity), Optional.ofNullable(actor)),
        after == null ? OptionalLong.empty() : OptionalLong.of(after),
        limit);
  }

  @GET
  @Path("/verify")
  @Needs(Permission.AUDIT)
  @Operation(operationId = "verifyAudit", summary = "Whether the audit is as it was written")
  public Verification verify() {
    return archive.verify();
  }
}
