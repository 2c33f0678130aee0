package dev.rampart.ops.api;

import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.http.Page;
import dev.rampart.ops.inspect.Overview;
import dev.rampart.ops.inspect.Overviews;
import dev.rampart.ops.inspect.PartitionLag;
import dev.rampart.ops.inspect.ThreadView;
import dev.rampart.ops.inspect.TopologyView;
import dev.rampart.topology.Pipeline;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How things are: this instance, and how far the group is. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class OverviewResource {
  private final Overviews overviews;
  private final Pipeline pipeline;

  public OverviewResource(Overviews overviews, Pipeline pipeline) {
    this.overviews = overviews;
    this.pipeline = pipeline;
  }

  @GET
  @Path("overview")
  @Needs(Permission.VIEW)
  @Operation(operationId = "overview", summary = "How things are, on one page")
  public Overview overview() {
    return overviews.now();
  }

  @GET
  @Path("topology")
  @Needs(Permission.VIEW)
  @Operation(operationId = "topology", summary = "The topology with live counts of this instance")
  public TopologyView topology() {
    return overviews.topology().view();
  }

  @GET
  @Path("threads")
  @Needs(Permission.VIEW)
  @Operation(operationId = "threads", summary = "The stream threads and their tasks")
  public Page<ThreadView> threads() {
    return Page.of(ThreadView.all(pipeline.streams()));
  }

  @GET
  @Path("lag")
  @Needs(Permission.VIEW)
  @Operation(operationId = "lag", summary = "How far each partition is read, and how that goes")
  public Page<PartitionLag> lag() {
    return Page.of(overviews.lags().lags());
  }
}
