package dev.rampart.ops.api;

import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.explain.SubjectStory;
import dev.rampart.ops.explain.Subjects;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Everything about a user. */
@Path("/v1/subjects")
@Produces(MediaType.APPLICATION_JSON)
public final class SubjectsResource {
  private final Subjects subjects;

  public SubjectsResource(Subjects subjects) {
    this.subjects = subjects;
  }

  @GET
  @Path("{id}")
  @Needs(Permission.IDENTIFY)
  @Operation(operationId = "subject", summary = "What is known of a user, and was done to him")
  public SubjectStory subject(@PathParam("id") String id, @Context HttpHeaders headers) {
    return subjects.story(id, StoresResource.hop(headers));
  }
}
