package dev.rampart.ops.api;

import dev.rampart.ops.access.Needs;
import dev.rampart.ops.access.Permission;
import dev.rampart.ops.backtest.BacktestReport;
import dev.rampart.ops.studio.BacktestQuestion;
import dev.rampart.ops.studio.CurveQuestion;
import dev.rampart.ops.studio.Draft;
import dev.rampart.ops.studio.DraftQuestion;
import dev.rampart.ops.studio.Studio;
import dev.rampart.ops.studio.StudioQueue;
import dev.rampart.ops.studio.ThresholdCurve;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;

/** The threshold studio: what a number would change. */
@Path("/v1/studio")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class StudioResource {
  private final Studio studio;
  private final StudioQueue queue;

  /**
   * @param queue works the questions off
   */
  public StudioResource(Studio studio, StudioQueue queue) {
    this.studio = studio;
    this.queue = queue;
  }

  @POST
  @Path("/curve")
  @Needs(Permission.DRAFT)
  @Operation(operationId = "curve", summary = "The curve of a threshold over the decision log")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ThresholdCurve.class)))
  public CompletionStage<ThresholdCurve> curve(@NotNull @Valid CurveQuestion question) {
    return queue.submit(() -> studio.curve(question));
  }

  @POST
  @Path("/backtest")
  @Needs(Permission.DRAFT)
  @Operation(operationId = "backtest", summary = "What a draft would have done")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BacktestReport.class)))
  public CompletionStage<BacktestReport> backtest(@NotNull @Valid BacktestQuestion question) {
    return queue.submit(() -> studio.backtest(question));
  }

  @POST
  @Path("/draft")
  @Needs(Permission.DRAFT)
  @Operation(operationId = "draft", summary = "A policy with another value of a threshold")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Draft.class)))
  public CompletionStage<Draft> draft(@NotNull @Valid DraftQuestion question) {
    return queue.submit(() -> studio.draft(question));
  }
}
