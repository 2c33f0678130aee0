package dev.rampart.ops.api;

import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.door.DecidedEvent;
import dev.rampart.ops.door.Door;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The synchronous door: an event in, its decision out. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EventsResource {
  private static final int LONGEST_WAIT_MILLIS = 10_000;

  private final Door door;

  EventsResource(Door door) {
    this.door = door;
  }

  /**
   * An event that is not decided yet.
   *
   * @param state {@code PENDING}
   */
  public record Pending(String eventId, String state) {}

  @POST
  @Needs(Permission.OPERATE)
  @Operation(
      operationId = "postEvent",
      summary = "Takes one event in and answers with its committed decision",
      description =
          "Written once: a repeat of an event id is answered with the decision of the first."
              + " The body is a line of an event file with type message or user.")
  @RequestBody(content = @Content(schema = @Schema(type = "object")))
  @ApiResponse(
      responseCode = "200",
      description = "Decided",
      content = @Content(schema = @Schema(implementation = DecidedEvent.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Written, and not decided in time",
      headers = @Header(name = "Location", schema = @Schema(type = "string")),
      content = @Content(schema = @Schema(implementation = Pending.class)))
  public Response post(
      @NotBlank String event,
      @QueryParam("wait_ms") @DefaultValue("1000") @Min(0) @Max(LONGEST_WAIT_MILLIS) int waitMs)
      throws InterruptedException {
    Door.Answer answer = door.take(event, Duration.ofMillis(waitMs));
    return answer
        .decision()
        .map(decision -> Response.ok(decision).build())
        .orElseGet(() -> pending(answer.eventId()));
  }

  private static Response pending(String eventId) {
    String id = URLEncoder.encode(eventId, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.accepted(new Pending(eventId, "PENDING"))
        .location(URI.create("/v1/decisions/" + id))
        .build();
  }
}
