package dev.rampart.ops.api;

import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.http.Page;
import dev.rampart.ops.http.ProblemException;
import dev.rampart.ops.inspect.Hop;
import dev.rampart.ops.inspect.KeyPage;
import dev.rampart.ops.inspect.Owner;
import dev.rampart.ops.inspect.StoreDesk;
import dev.rampart.ops.inspect.StoreInfo;
import dev.rampart.ops.inspect.StoredRecord;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is in the state stores, and who holds it. */
@Path("/v1/stores")
@Produces(MediaType.APPLICATION_JSON)
public final class StoresResource {
  private final StoreDesk stores;

  public StoresResource(StoreDesk stores) {
    this.stores = stores;
  }

  @GET
  @Needs(Permission.VIEW)
  @Operation(operationId = "stores", summary = "The stores as this instance holds them")
  public Page<StoreInfo> stores() {
    return Page.of(stores.list());
  }

  @GET
  @Path("{store}/keys")
  @Needs(Permission.IDENTIFY)
  @Operation(operationId = "storeKeys", summary = "Keys of the part that this instance holds")
  public KeyPage keys(
      @PathParam("store") String store,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue(Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MOST) int limit) {
    return stores.scan(store, after, limit);
  }

  @GET
  @Path("{store}/keys/{key: .+}")
  @Needs(Permission.IDENTIFY)
  @Operation(
      operationId = "storeRecord",
      summary = "The record of a key, from whichever instance owns it")
  public StoredRecord record(
      @PathParam("store") String store,
      @PathParam("key") String key,
      @Context HttpHeaders headers) {
    return stores.get(store, key, hop(headers));
  }

  @GET
  @Path("{store}/owner")
  @Needs(Permission.VIEW)
  @Operation(operationId = "storeOwner", summary = "Which instances hold the record of a key")
  public Owner owner(@PathParam("store") String store, @QueryParam("key") @Nullable String key) {
    if (key == null || key.isEmpty()) {
      throw ProblemException.wrongInput("key: found nothing, required is the key of a record");
    }
    return stores.owner(store, key);
  }

  static Hop hop(HttpHeaders headers) {
    return new Hop(
        Objects.requireNonNullElse(headers.getHeaderString(HttpHeaders.AUTHORIZATION), ""),
        headers.getHeaderString(Hop.HEADER) != null);
  }
}
